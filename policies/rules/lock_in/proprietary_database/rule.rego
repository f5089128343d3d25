# METADATA
# title: Proprietary database
# description: No database may be used whose data model and API only one provider has.
# custom:
#   id: LCK-005
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     A template can be swapped and a dump imported, but a data model that only one provider has is woven through the code. This is
#     the kind of lock-in (tier 4) that no later effort in operations can undo, so it is decided before the first table, not after.
#   remediation: Use PostgreSQL, or another engine that several providers offer; where it must stay, write a plan to leave and a waiver.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.proprietary_database

import data.altostrata.lib.surfaces

groups := {"dynamodb.services.k8s.aws", "documentdb.azure.com", "spanner.cnrm.cloud.google.com", "firestore.cnrm.cloud.google.com", "bigtable.cnrm.cloud.google.com", "keyspaces.services.k8s.aws"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} is a database with an API of its own: leaving means to write the application anew"
}
