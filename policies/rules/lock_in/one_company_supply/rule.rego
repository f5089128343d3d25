# METADATA
# title: Whole delivery chain run by one company
# description: One company must not run the Git host, the pipelines and the image registry unless a mirror exists elsewhere.
# custom:
#   id: LCK-074
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: []
#   rationale: |
#     Accounts get closed, companies have outages, prices change. If one company runs the repository, the pipelines and the registry,
#     each of these events stops all three, and no target can receive a deployment. A mirror at another company, tested now and then,
#     avoids that. Hosts that `supply` does not declare are skipped.
#   remediation: Keep a mirror of the repository or the registry at another company, and declare it in `supply` in artefacts/images.yaml.
#   since: 0.1.0
package altostrata.rules.lock_in.one_company_supply

considered := count(hosts)

hosts contains {"of": of, "host": host} if some of, host in input.supply

companies contains entry.host.company if some entry in hosts

mirrored if {
	some entry in hosts
	not entry.host.mirror.company in companies
	entry.host.mirror.where
}

findings contains {"path": ["supply", entry.of, "company"], "message": message} if {
	count(companies) == 1
	not mirrored
	some entry in hosts
	message := $"{entry.host.company} runs the {entry.of} and every other step from source to target: losing that account stops sources, pipelines and images at once"
}
