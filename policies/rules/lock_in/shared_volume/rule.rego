# METADATA
# title: Shared volume unsupported by the target
# description: A claim that several pods write to must fit what the target's provider has.
# custom:
#   id: LCK-042
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     Files that several pods write to are a service of its own at each provider, with its own limits, locks and price. Where there
#     is none the claim waits for ever, and the pods with it.
#   remediation: Keep shared state in a database or an object store; or name the class that the capability `shared-storage` gives.
#   since: 0.1.0
package altostrata.rules.lock_in.shared_volume

import data.altostrata.lib.objects

considered := count(claims)

claims contains {"index": index, "path": ["spec"], "spec": input.resources[index].object.spec} if some index in objects.of_kind("PersistentVolumeClaim")

claims contains {"index": index, "path": ["spec", "volumeClaimTemplates", position, "spec"], "spec": claim.spec} if {
	some index in objects.of_kind("apps/StatefulSet")
	some position, claim in input.resources[index].object.spec.volumeClaimTemplates
}

findings contains {"path": objects.inside(claim.index, array.concat(claim.path, ["accessModes"])), "message": message} if {
	some claim in claims
	"ReadWriteMany" in claim.spec.accessModes
	not offered(object.get(claim.spec, "storageClassName", ""))
	message := $"{input.resources[claim.index].id} is written to by several pods, and its class is not one that this provider shares files with"
}

offered(class) if class == input.provider.capabilities["shared-storage"].class
