# METADATA
# title: Proprietary variant of an open engine
# description: A managed database, cache or search must run the open engine, not a variant of one provider.
# custom:
#   id: LCK-006
#   aliases: [LCK-008]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Only the protocol is compatible. Extensions, failover, storage limits and tuning belong to the variant, and
#     the dependencies on them show when the import at the other provider fails.
#   remediation: Run the open engine, or write a plan to leave that was rehearsed with the real extensions, and a waiver.
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
	message := $"{input.resources[index].id} runs {engine}: it speaks the protocol of an open engine, and its storage and failover exist nowhere else"
}

# Kinds that are a variant whatever their fields say, and what exists nowhere else.
variants := {
	"alloydb.cnrm.cloud.google.com/AlloyDBCluster": "speaks PostgreSQL, and its columnar engine and indexes exist nowhere else",
	"documentdb.services.k8s.aws/DBCluster": "speaks a part of MongoDB, and its storage and limits exist nowhere else",
	"memorydb.services.k8s.aws/Cluster": "speaks Redis, and its log that survives a loss exists nowhere else",
	"opensearchserverless.services.k8s.aws/Collection": "answers a part of OpenSearch, and only requests that are signed for its provider",
	"search.azure.com/SearchService": "is searched by an API of its own",
}

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some kind, what in variants
	some index in objects.of_kind(kind)
	message := $"{input.resources[index].id} {what}"
}
