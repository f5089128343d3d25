# METADATA
# title: Systems of the estate
# description: Lists the systems and databases of all environments, so that rules need no nested loops.
package altostrata.lib.systems

all contains {"environment": environment, "system": system, "path": ["environments", environment, "systems", system]} if {
	input.environments[environment].systems[system]
}

# The declaration behind an entry of `all`.
declared(entry) := input.environments[entry.environment].systems[entry.system]

databases contains {"path": array.concat(entry.path, ["datasources", name]), "name": name, "datasource": datasource, "entry": entry} if {
	some entry in all
	datasource := declared(entry).datasources[name]
}

tier(entry) := input.environments[entry.environment].tier

# Positions in `placements` by environment and system.
placed[placement.environment][placement.system] contains index if some index, placement in input.placements

# The placements of the system behind an entry of `all`: the leading one and the workers.
placements(entry) := [input.placements[index] | some index in placed[entry.environment][entry.system]]
