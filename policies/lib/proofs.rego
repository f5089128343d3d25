# METADATA
# title: What is proven to work elsewhere
# description: Finds the providers where a component renders and passes every check in this run.
package altostrata.lib.proofs

# Providers where a component or database of an application is proven.
runs_at[application][component] contains proof.provider if {
	some proof in input.proofs
	proof.aspect == "runs"
	application := proof.application
	component := proof.component
}

# The same, including components without a proof. Undefined for runs over a part of the estate.
providers(application, component) := object.get(runs_at, [application, component], set()) if input.proofs
