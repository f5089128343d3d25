# METADATA
# title: Worker depends on the master at run time
# description: If a system must survive the loss of a target, its workers may not depend on a master component while they serve.
# custom:
#   id: TOP-012
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: []
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     Active-active promises that the rest keeps serving when one target is lost. A worker that calls the master for each request
#     fails with it. `needs` in application.yaml declares what a component needs at run time.
#   remediation: Run the needed component on the workers too, or remove the need (local validation, caches) and update application.yaml.
#   since: 0.1.0
package altostrata.rules.topology.master_needed_at_run_time

considered := count(workers)

workers contains index if {
	some index, placement in input.placements
	placement.part.leads == false
	input.environments[placement.environment].systems[placement.system].patterns["active-active"]
}

findings contains {"path": ["environments", placement.environment, "systems", placement.system, "patterns", "active-active", "survive"], "message": message} if {
	some index in workers
	placement := input.placements[index]
	some component, _ in placement.components
	some needed in input.applications[placement.application].components[component].needs.atRunTime
	not placement.components[needed]
	message := $"{component} on {placement.target} needs {needed} to serve, which runs only on the master"
}
