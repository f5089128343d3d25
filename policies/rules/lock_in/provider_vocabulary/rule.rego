# METADATA
# title: Provider name in the portable layer
# description: Definitions and templates of applications and the platform must not name providers, their distributions or their domains.
# custom:
#   id: LCK-099
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: estate
#   standards: []
#   rationale: |
#     A template that compares the provider with `aws` must be edited for every new provider, and these places are hard to find. The
#     words come from the providers' own files: names, distributions, and domains in `lockIn`. Comments may name providers.
#   remediation: Read a capability instead of a name, define the difference as a value in provider.yaml, or move the lines to the provider's folder.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_vocabulary

considered := count(input.portableFiles)

findings contains {"path": ["portableFiles", index, "words", position], "message": message} if {
	some index, file in input.portableFiles
	some position, found in file.words
	message := $"this layer serves every provider but names {found.word}: a new provider would need an edit here"
}
