# METADATA
# title: Database without exactly one primary
# description: Over all targets of an environment exactly one rendered cluster of a database may take writes.
# custom:
#   id: TOP-015
#   aliases: []
#   family: topology
#   severity: critical
#   scope: environment
#   standards: []
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Two primaries of one database drift apart from the first write, and there is no way to join them again. This looks at what
#     is rendered, not at what is declared: a patch or a template can break what the declaration says.
#   remediation: Let the primary follow the master in datasources.yaml; a failover is a change of `master` in system.yaml.
#   since: 0.1.0
#   reads:
#     postgresql.cnpg.io/Cluster: [metadata.name, spec.replica]
package altostrata.rules.topology.one_primary

considered := count(members)

# Positions of the clusters of one database: the same name in the same namespace, on any target.
members[database] contains index if {
	some index, resource in input.resources
	resource.kind == "Cluster"
	database := [resource.environment, resource.namespace, resource.name]
}

replica(cluster) if cluster.spec.replica.enabled == true

# In a distributed topology the cluster whose own name is the primary's takes writes.
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
	message := $"{database[2]} takes writes on {count(indices)} targets at once: each keeps what the others never see"
}

findings contains {"path": ["resources", min(indices), "object", "spec", "replica"], "message": message} if {
	some database, indices in members
	not writers[database]
	message := $"{database[2]} takes writes nowhere: all its clusters are replicas"
}
