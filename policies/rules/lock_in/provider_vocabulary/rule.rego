# METADATA
# title: Provider name in the portable layer
# description: Definitions and templates of applications and of the platform must not name providers, their distributions or their domains.
# custom:
#   id: LCK-099
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: estate
#   standards: []
#   rationale: |
#     A template that asks whether the provider is called `aws` must be edited for every provider that is added, and nobody knows where
#     to look. The dictionary is what the providers' own files say: their names and distributions, and the domains among their surfaces
#     of lock-in. Comments may name whom they like.
#   remediation: Ask for a capability instead of a name; give the difference as a value in provider.yaml, or move the lines to the provider's folder.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_vocabulary

considered := count(input.portableFiles)

findings contains {"path": ["portableFiles", index, "words", position], "message": message} if {
	some index, file in input.portableFiles
	some position, found in file.words
	message := $"this layer is for every provider and says {found.word}: the next one will not be looked for here"
}
