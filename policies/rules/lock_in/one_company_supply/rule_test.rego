package altostrata.rules.lock_in.one_company_supply_test

import data.altostrata.rules.lock_in.one_company_supply as rule

host(company) := {"company": company}

supply(git, registry) := {"supply": {"git": git, "pipelines": host("forge"), "registry": registry}}

mirrored(company) := {"company": "forge", "mirror": {"company": company, "where": "git.example.net"}}

test_a_second_company_is_enough if {
	count(rule.findings) == 0 with input as supply(host("forge"), host("own"))
}

test_a_mirror_counts_when_another_company_runs_it if {
	count(rule.findings) == 0 with input as supply(mirrored("other"), host("forge"))
	count(rule.findings) == 3 with input as supply(mirrored("forge"), host("forge"))
}
