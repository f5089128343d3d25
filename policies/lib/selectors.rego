# METADATA
# title: Selectors that select everything
# description: Tells a label selector that names what it wants from one that takes whatever comes.
package altostrata.lib.selectors

# Whether a selector takes everything, or everything but what it names.
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
