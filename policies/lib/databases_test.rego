package altostrata.lib.databases_test

import data.altostrata.lib.databases

test_words if {
	databases.words("host  all\tall 10.0.0.0/8 trust # for now") == ["host", "all", "all", "10.0.0.0/8", "trust"]
	databases.words("# nothing") == []
}
