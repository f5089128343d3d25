# METADATA
# title: Standby secret missing or different
# description: Every secret and certificate of the master's target must stand on the standby's with the same keys, refresh and renewal.
# custom:
#   id: TOP-019
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [availability, secrets], families: [secrets]}
#   rationale: |
#     A failover fails late when a password, a key store or a certificate is missing: pods wait for a secret that nobody put there, or start
#     with a certificate that ran out because only the master's was renewed.
#
#     Secrets come from the target's own store, so what is compared is what asks for them: every `ExternalSecret` and `Certificate` of the
#     master's namespace must stand on the standby, with the same keys, refresh and renewal. How often the value itself is rotated stands
#     once per system, as `rotate` in secrets.yaml, and cannot differ. Whether a store really holds the value is known only to its target.
#   remediation: List on the standby every component of the master, without replicas where it must not run yet, and patch both targets or none.
#   since: 0.1.0
#   reads:
#     external-secrets.io/ExternalSecret: [spec.refreshPolicy, spec.refreshInterval, spec.data.*.secretKey]
#     cert-manager.io/Certificate: [spec.duration, spec.renewBefore, spec.privateKey.rotationPolicy]
package altostrata.rules.topology.secrets_on_standby

import data.altostrata.lib.systems

considered := count(needed)

# What must be the same on both sides.
compared := {
	"ExternalSecret": [["refreshPolicy"], ["refreshInterval"]],
	"Certificate": [["duration"], ["renewBefore"], ["privateKey", "rotationPolicy"]],
}

# Positions in `resources` by environment, target, namespace and object.
stored[resource.environment][resource.target][resource.namespace][identity(resource)] contains index if {
	some index, resource in input.resources
	compared[resource.kind]

	# A provider's own folder renders what only that provider needs.
	resource.layer != "provider"
}

# Every secret and certificate of a system on the master's target, with the place where it must stand as well.
needed contains {"index": index, "standby": standby} if {
	some entry in systems.all
	name := systems.declared(entry).patterns["disaster-recovery"].standby
	placements := systems.placements(entry)
	some master in placements
	master.part.leads
	some standby in placements
	standby.target == name
	standby.target != master.target
	some indices in stored[entry.environment][master.target][master.namespace]
	index := min(indices)
}

# The same object on the standby.
twins[need] := input.resources[index] if {
	some need in needed
	index := min(stored[need.standby.environment][need.standby.target][need.standby.namespace][identity(input.resources[need.index])])
}

identity(resource) := [resource.kind, resource.name]

keys(resource) := {entry.secretKey | some entry in resource.object.spec.data}

findings contains {"path": ["resources", need.index, "object", "metadata", "name"], "message": message} if {
	some need in needed
	not twins[need]
	resource := input.resources[need.index]
	message := $"{resource.name} stands on {resource.target} and not on {need.standby.target}, which is to take over"
}

findings contains {"path": array.concat(["resources", need.index, "object", "spec"], field), "message": message} if {
	some need in needed
	resource := input.resources[need.index]
	some field in compared[resource.kind]
	here := object.get(resource.object.spec, field, "nothing")
	there := object.get(twins[need].object.spec, field, "nothing")
	here != there
	message := $"{resource.name} has {here} as {concat(".", field)} on {resource.target}, and {there} on {need.standby.target}, which is to take over"
}

findings contains {"path": ["resources", need.index, "object", "spec", "data"], "message": message} if {
	some need in needed
	resource := input.resources[need.index]
	lacking := keys(resource) - keys(twins[need])
	count(lacking) > 0
	names := concat(", ", sort(lacking))
	message := $"{resource.name} on {need.standby.target}, which is to take over, lacks {names}"
}
