# METADATA
# title: Standby secret missing or different
# description: Every secret and certificate of the master must exist on the standby with the same keys, refresh and renewal.
# custom:
#   id: TOP-019
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [availability, secrets], families: [secrets]}
#   rationale: |
#     A failover fails late if a password, key store or certificate is missing: pods wait for a secret that is not in the store, or
#     start with a certificate that expired because only the master's was renewed.
#
#     Secrets come from each target's own store, so the rule compares the requests for them: every `ExternalSecret` and `Certificate`
#     in the master's namespace must exist on the standby, with the same keys, refresh and renewal. The rotation period of a value is
#     set once per system, as `rotate` in secrets.yaml, and cannot differ. Only the target knows whether its store contains the
#     value.
#   remediation: Declare every component of the master on the standby, without replicas if it must not run yet. Patch both targets or neither.
#   since: 0.1.0
#   reads:
#     external-secrets.io/ExternalSecret: [spec.refreshPolicy, spec.refreshInterval, spec.data.*.secretKey]
#     cert-manager.io/Certificate: [spec.duration, spec.renewBefore, spec.privateKey.rotationPolicy]
package altostrata.rules.topology.secrets_on_standby

import data.altostrata.lib.systems

considered := count(needed)

# Fields that must be equal on both targets.
compared := {
	"ExternalSecret": [["refreshPolicy"], ["refreshInterval"]],
	"Certificate": [["duration"], ["renewBefore"], ["privateKey", "rotationPolicy"]],
}

# Positions in `resources` by environment, target, namespace and object.
stored[resource.environment][resource.target][resource.namespace][identity(resource)] contains index if {
	some index, resource in input.resources
	compared[resource.kind]

	# Templates in a provider's folder are specific to that provider.
	resource.layer != "provider"
}

# Every secret and certificate on the master's target, with the standby that needs it too.
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
	message := $"{resource.name} exists on {resource.target} but not on its standby {need.standby.target}"
}

findings contains {"path": array.concat(["resources", need.index, "object", "spec"], field), "message": message} if {
	some need in needed
	resource := input.resources[need.index]
	some field in compared[resource.kind]
	here := object.get(resource.object.spec, field, "nothing")
	there := object.get(twins[need].object.spec, field, "nothing")
	here != there
	message := $"{resource.name} has {here} as {concat(".", field)} on {resource.target}, but {there} on its standby {need.standby.target}"
}

findings contains {"path": ["resources", need.index, "object", "spec", "data"], "message": message} if {
	some need in needed
	resource := input.resources[need.index]
	lacking := keys(resource) - keys(twins[need])
	count(lacking) > 0
	names := concat(", ", sort(lacking))
	message := $"{resource.name} on the standby {need.standby.target} lacks {names}"
}
