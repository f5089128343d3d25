# METADATA
# title: Objects by kind
# description: Finds resources through the input's index instead of walking all of them.
package altostrata.lib.objects

# Positions in input.resources of a kind (`group/Kind`, or `Kind` alone for the core group).
of_kind(kind) := object.get(input.byKind, kind, [])

# Positions of several kinds, as one list.
of_kinds(kinds) := [index | some kind in kinds; some index in object.get(input.byKind, kind, [])]

# The path of a field of a resource.
inside(index, keys) := array.concat(["resources", index, "object"], keys)
