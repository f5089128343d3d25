package altostrata.lib.namespaces_test

import data.altostrata.lib.namespaces

world := {
	"byKind": {"Namespace": [0]},
	"resources": [{"name": "shop"}, {"name": "web"}],
	"pods": [{"namespace": "shop", "resource": 1}, {"namespace": "other", "resource": 3}, {"namespace": "other", "resource": 2}],
}

test_titles if {
	namespaces.title("") == "default"
	namespaces.title("shop") == "shop"
}

test_where_to_point if {
	namespaces.used == {"shop", "other"} with input as world
	namespaces.path("shop") == ["resources", 0, "object"] with input as world
	namespaces.path("other") == ["resources", 2, "object"] with input as world
}
