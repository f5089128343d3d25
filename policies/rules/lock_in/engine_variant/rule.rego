# METADATA
# title: Proprietary variant of an open engine
# description: A managed database, cache or search service must run the open engine, not one provider's variant.
# custom:
#   id: LCK-006
#   aliases: [LCK-008]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Only the protocol is compatible. Extensions, failover, storage limits and tuning belong to the variant, and your dependencies
#     on them show up only when the import at another provider fails.
#   remediation: Run the open engine, or add a waiver and an exit plan that you rehearsed with the extensions in use.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.engine_variant

import data.altostrata.lib.objects

considered := (count(clusters) + count(objects.of_kinds([kind | some kind, _ in variants]))) + count(input.pods)

clusters contains index if {
	some kind in ["rds.services.k8s.aws/DBCluster", "rds.services.k8s.aws/DBInstance"]
	some index in objects.of_kind(kind)
}

findings contains {"path": objects.inside(index, ["spec", "engine"]), "message": message} if {
	some index in clusters
	engine := input.resources[index].object.spec.engine
	startswith(engine, "aurora")
	message := $"{input.resources[index].id} runs {engine}: its protocol is that of an open engine, but its storage and failover exist only at this provider"
}

# Kinds that are always a provider's variant, and what exists only there.
variants := {
	"alloydb.cnrm.cloud.google.com/AlloyDBCluster": "speaks PostgreSQL, but its columnar engine and indexes exist only at this provider",
	"documentdb.services.k8s.aws/DBCluster": "speaks a part of MongoDB, but its storage and limits exist only at this provider",
	"memorydb.services.k8s.aws/Cluster": "speaks Redis, but its durable log exists only at this provider",
	"opensearchserverless.services.k8s.aws/Collection": "supports a part of OpenSearch, and only requests signed for its provider",
	"search.azure.com/SearchService": "has a proprietary search API",
}

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some kind, what in variants
	some index in objects.of_kind(kind)
	message := $"{input.resources[index].id} {what}"
}
