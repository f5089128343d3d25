# METADATA
# title: Selectors that select everything
# description: Distinguishes specific label selectors from those that match everything.
package altostrata.lib.selectors

# Whether a selector matches everything, or everything except listed values.
everything(selector) if {
	count(object.get(selector, "matchLabels", {})) == 0
	every expression in object.get(selector, "matchExpressions", []) {
		open(expression)
	}
}

open(expression) if expression.operator in {"NotIn", "DoesNotExist"}

# A label that every namespace has.
open(expression) if {
	expression.operator == "Exists"
	expression.key == "kubernetes.io/metadata.name"
}
