# METADATA
# title: Small inputs for tests
# description: Builds the part of the policy input that rule tests need. Never compiled into the bundle.
package altostrata.lib.testing

# One container with this spec, in one pod without settings.
with_container(spec) := with_pod(spec, {})

# One container with this spec, in one pod with that spec.
with_pod(spec, pod) := {
	"environment": {"name": "production", "tier": "production"},
	"pods": [{
		"resource": 0,
		"path": ["resources", 0, "object", "spec", "template", "spec"],
		"kind": "Deployment",
		"namespace": "shop",
		"name": "web",
		"layer": "application",
		"replicas": 2,
		"labels": {},
		"annotations": {},
		"spec": pod,
		"selectedBy": {"services": [], "disruptionBudgets": [], "networkPolicies": []},
	}],
	"containers": [{
		"resource": 0,
		"pod": 0,
		"path": ["resources", 0, "object", "spec", "template", "spec", "containers", 0],
		"type": "container",
		"name": "web",
		"spec": spec,
		"requests": {},
		"limits": {},
	}],
	"byKind": {"apps/Deployment": [0]},
	"resources": [resource("apps/Deployment", {})],
}

# One image, pulled by a container.
with_image(image) := object.union(with_container({}), {"pulls": [{
	"resource": 0,
	"path": ["resources", 0, "object", "spec", "template", "spec", "containers", 0, "image"],
	"title": "container web",
	"image": object.union({"reference": "web"}, image),
}]})

# Objects of the application layer, each as [group/Kind, object].
with_objects(pairs) := in_layer("application", pairs)

# The same for a given layer.
in_layer(layer, pairs) := {
	"environment": {"name": "production", "tier": "production"},
	"pods": [],
	"containers": [],
	"byKind": {kind: [index | some index, [other, _] in pairs; other == kind] | some [kind, _] in pairs},
	"resources": [object.union(resource(kind, content), {"layer": layer}) | some [kind, content] in pairs],
}

resource(kind, content) := {
	"id": $"{short}/shop/{name}",
	"kind": short,
	"group": concat("/", array.slice(parts, 0, count(parts) - 1)),
	"namespace": object.get(content, ["metadata", "namespace"], "shop"),
	"name": name,
	"layer": "application",
	"object": content,
} if {
	parts := split(kind, "/")
	short := parts[count(parts) - 1]
	name := object.get(content, ["metadata", "name"], "web")
}
