# METADATA
# title: What is proven to work elsewhere
# description: Tells at which providers a component renders and passes every check in this run.
package altostrata.lib.proofs

# Providers at which a component (or a database) of an application is proven.
runs_at[application][component] contains proof.provider if {
	some proof in input.proofs
	proof.aspect == "runs"
	application := proof.application
	component := proof.component
}

# The same for components that are proven nowhere; undefined while only a part of the estate is known.
providers(application, component) := object.get(runs_at, [application, component], set()) if input.proofs
