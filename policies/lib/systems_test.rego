package altostrata.lib.systems_test

import data.altostrata.lib.systems

test_lists if {
	world := {"environments": {"e": {"tier": "production", "systems": {"s": {"datasources": {"d": {"backup": {}}}}}}}}
	{entry.system | some entry in systems.all} == {"s"} with input as world
	{database.name | some database in systems.databases} == {"d"} with input as world
	some entry in systems.all with input as world
	systems.tier(entry) == "production" with input as world
}

test_places_of_one_system_only if {
	entry := {"environment": "e", "system": "s", "path": ["environments", "e", "systems", "s"]}
	placements := [
		{"environment": "e", "system": "s", "target": "t"},
		{"environment": "e", "system": "other", "target": "t"},
		{"environment": "other", "system": "s", "target": "t"},
	]
	systems.placements(entry) == [placements[0]] with input as {"placements": placements}
	systems.placements(entry) == [] with input as {"placements": []}
}
