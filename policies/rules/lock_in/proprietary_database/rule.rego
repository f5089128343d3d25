# METADATA
# title: Proprietary database
# description: No database may be used whose data model and API exist at only one provider.
# custom:
#   id: LCK-005
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     You can replace a template and import a dump, but a proprietary data model spreads through the application's code. Operations
#     cannot undo this kind of lock-in (tier 4) later, so decide before the first table exists.
#   remediation: Use PostgreSQL or another engine that several providers offer. If you must keep this one, add an exit plan and a waiver.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.proprietary_database

import data.altostrata.lib.surfaces

groups := {"dynamodb.services.k8s.aws", "documentdb.azure.com", "spanner.cnrm.cloud.google.com", "firestore.cnrm.cloud.google.com", "bigtable.cnrm.cloud.google.com", "keyspaces.services.k8s.aws"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} is a database with a proprietary API: leaving the provider means rewriting the application"
}
