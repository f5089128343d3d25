package altostrata.lib.systems_test

import data.altostrata.lib.systems

test_lists if {
	world := {"environments": {"e": {"tier": "production", "systems": {"s": {"datasources": {"d": {"backup": {}}}}}}}}
	{entry.system | some entry in systems.all} == {"s"} with input as world
	{database.name | some database in systems.databases} == {"d"} with input as world
	some entry in systems.all with input as world
	systems.tier(entry) == "production" with input as world
}
