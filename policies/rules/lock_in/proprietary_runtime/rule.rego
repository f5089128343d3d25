# METADATA
# title: Proprietary functions or workflows
# description: No function service or workflow engine may be used that exists at only one provider.
# custom:
#   id: LCK-011
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     A function's code looks portable, but its triggers, limits and permissions are not, and a state machine is written in one
#     provider's language. A container runs on every target of the estate.
#   remediation: Run the code as a container, and the workflow as a Job or in an engine that runs in the target.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.proprietary_runtime

import data.altostrata.lib.surfaces

groups := {"lambda.services.k8s.aws", "sfn.services.k8s.aws", "cloudfunctions.cnrm.cloud.google.com", "cloudfunctions2.cnrm.cloud.google.com", "workflows.cnrm.cloud.google.com", "logic.azure.com"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} runs code in a format that only its provider supports"
}
