package altostrata.rules.security.credential_in_text_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.credential_in_text as rule

world(env, texts) := object.union(testing.with_container({"env": env}), {
	"texts": texts,
	"parameters": {"SEC-101": {"names": ["password"]}},
})

test_marked_texts_are_findings if {
	texts := [{"path": ["resources", 0], "marks": ["credential"]}, {"path": ["resources", 1], "marks": ["region"]}]
	count(rule.findings) == 1 with input as world([], texts)
	rule.considered == 1 with input as world([], texts)
}

test_references_and_paths_pass if {
	count(rule.findings) == 0 with input as world([{"name": "DB_PASSWORD", "value": "$(GIVEN)"}, {"name": "OLD_PASSWORD", "value": "/secrets/old"}, {"name": "NEW_PASSWORD", "value": ""}], [])
}

test_options if {
	container := {"args": ["--db-password", "hunter2", "--other-password", "$(GIVEN)", "--port", "1", "--last-password"], "command": ["web", "--password", "--verbose"]}
	count(rule.findings) == 1 with input as object.union(testing.with_container(container), {"texts": [], "parameters": {"SEC-101": {"names": ["password"]}}})
}
