# METADATA
# title: Database without exactly one primary
# description: Exactly one rendered cluster of a database may accept writes across all targets of an environment.
# custom:
#   id: TOP-015
#   aliases: []
#   family: topology
#   severity: critical
#   scope: environment
#   standards: []
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Two primaries diverge from the first write and cannot be merged again. The rule reads the rendered manifests, not the
#     declaration, because a patch or template can override it.
#   remediation: Let the primary follow the master in datasources.yaml. A failover changes `master` in system.yaml.
#   since: 0.1.0
#   reads:
#     postgresql.cnpg.io/Cluster: [metadata.name, spec.replica]
package altostrata.rules.topology.one_primary

considered := count(members)

# Positions of each database's clusters: same name and namespace, on any target.
members[database] contains index if {
	some index, resource in input.resources
	resource.kind == "Cluster"
	database := [resource.environment, resource.namespace, resource.name]
}

replica(cluster) if cluster.spec.replica.enabled == true

# In a distributed topology, the cluster named as primary accepts writes.
replica(cluster) if {
	replication := cluster.spec.replica
	replication.primary != object.get(replication, "self", cluster.metadata.name)
}

writers[database] contains index if {
	some database, indices in members
	some index in indices
	not replica(input.resources[index].object)
}

findings contains {"path": ["resources", index, "object", "spec", "replica"], "message": message} if {
	some database, indices in writers
	count(indices) > 1
	some index in indices
	message := $"{database[2]} accepts writes on {count(indices)} targets at once, and their data diverges"
}

findings contains {"path": ["resources", min(indices), "object", "spec", "replica"], "message": message} if {
	some database, indices in members
	not writers[database]
	message := $"{database[2]} accepts no writes: all its clusters are replicas"
}
