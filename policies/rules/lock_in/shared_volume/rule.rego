# METADATA
# title: Shared volume unsupported by the target
# description: A claim for shared writing must use a class that the target's provider offers.
# custom:
#   id: LCK-042
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     Shared file storage is a separate service at each provider, with its own limits, locks and price. Where it is missing, the
#     claim and its pods stay pending.
#   remediation: Keep shared state in a database or an object store, or use the class from the capability `shared-storage`.
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
	message := $"{input.resources[claim.index].id} is written to by several pods, but its class is not a shared storage class of this provider"
}

offered(class) if class == input.provider.capabilities["shared-storage"].class
