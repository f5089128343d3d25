# METADATA
# title: Engine that is open in name only
# description: A managed database must run the open engine, not a variant of one provider.
# custom:
#   id: LCK-006
#   aliases: [LCK-008]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   remediation: Run the open engine, or write a plan to leave that was rehearsed with the real extensions, and a waiver.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.engine_variant

import data.altostrata.lib.objects

considered := count(clusters) + count(input.pods)

clusters contains index if {
	some kind in ["rds.services.k8s.aws/DBCluster", "rds.services.k8s.aws/DBInstance", "alloydb.cnrm.cloud.google.com/AlloyDBCluster"]
	some index in objects.of_kind(kind)
}

findings contains {"path": objects.inside(index, ["spec", "engine"]), "message": message} if {
	some index in clusters
	engine := input.resources[index].object.spec.engine
	startswith(engine, "aurora")
	message := $"{input.resources[index].id} runs {engine}: it speaks the protocol of an open engine, and its storage and failover exist nowhere else"
}

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in objects.of_kind("alloydb.cnrm.cloud.google.com/AlloyDBCluster")
	message := $"{input.resources[index].id} speaks PostgreSQL, and its columnar engine and indexes exist nowhere else"
}
