# METADATA
# title: Database superuser is accessible
# description: A CloudNativePG cluster must not enable superuser access, and must not trust connections without a password.
# custom:
#   id: SEC-136
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [identity, privilege], families: [data]}
#   rationale: |
#     PostgreSQL's superuser can read and write files and start programs. Replication between targets uses client certificates,
#     applications use their own role, and the operator needs neither the superuser's password nor `trust`.
#   remediation: Remove `enableSuperuserAccess` and the `trust` entries of `pg_hba`. The application has its own role.
#   since: 0.1.0
package altostrata.rules.security.database_access

import data.altostrata.lib.databases
import data.altostrata.lib.objects

considered := count(objects.of_kind("postgresql.cnpg.io/Cluster"))

findings contains {"path": objects.inside(index, ["spec", "enableSuperuserAccess"]), "message": message} if {
	some index in objects.of_kind("postgresql.cnpg.io/Cluster")
	input.resources[index].object.spec.enableSuperuserAccess == true
	message := $"{input.resources[index].id} lets clients log in as the superuser, which can run programs in the database's pods"
}

findings contains {"path": objects.inside(index, ["spec", "postgresql", "pg_hba", position]), "message": message} if {
	some index in objects.of_kind("postgresql.cnpg.io/Cluster")
	some position, line in input.resources[index].object.spec.postgresql.pg_hba
	words := databases.words(line)

	# The method follows the type, database, user and address. A database can have that name too.
	some position_of_method, word in words
	position_of_method > 2
	word == "trust"
	message := $"{input.resources[index].id} accepts clients without a password: {line}"
}
