package altostrata.lib.selectors_test

import data.altostrata.lib.selectors

with_expression(expression) := {"matchExpressions": [expression]}

test_everything if {
	selectors.everything({})
	selectors.everything({"matchLabels": {}})
	selectors.everything(with_expression({"key": "team", "operator": "NotIn", "values": ["shop"]}))
	selectors.everything(with_expression({"key": "kubernetes.io/metadata.name", "operator": "Exists"}))
}

test_something if {
	not selectors.everything({"matchLabels": {"app": "web"}})
	not selectors.everything(with_expression({"key": "team", "operator": "Exists"}))
	not selectors.everything(with_expression({"key": "team", "operator": "In", "values": ["shop"]}))
}
