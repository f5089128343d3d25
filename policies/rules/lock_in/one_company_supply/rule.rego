# METADATA
# title: Whole delivery chain run by one company
# description: Git host, pipelines and image registry must not all be run by one company without a mirror elsewhere.
# custom:
#   id: LCK-074
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: []
#   rationale: |
#     An account can be closed, a company can be away for a day, a price can change. When one company runs the repository, the pipelines
#     that read it and the registry that holds the images, each of these takes all of them at once, and no target elsewhere can be
#     delivered to. One mirror with somebody else, tried now and then, is a way on. What is not declared in `supply` is not judged.
#   remediation: Keep a mirror of the repository or of the registry with another company, and name it in `supply` of artefacts/images.yaml.
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
	message := $"{entry.host.company} runs the {entry.of} like all of the way from source to target: with its account go sources, pipelines and images at once"
}
