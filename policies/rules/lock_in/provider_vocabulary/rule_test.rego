package altostrata.rules.lock_in.provider_vocabulary_test

import data.altostrata.rules.lock_in.provider_vocabulary as rule

test_each_word_is_found_at_its_place if {
	world := {"portableFiles": [{"file": "a.yaml.hbs", "words": [{"word": "aws", "line": 3}, {"word": "gke", "line": 9}]}, {"file": "b.yaml.hbs", "words": []}]}
	{finding.path[3] | some finding in rule.findings} == {0, 1} with input as world
	rule.considered == 2 with input as world
}
