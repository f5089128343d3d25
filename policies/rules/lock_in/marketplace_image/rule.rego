# METADATA
# title: Marketplace image
# description: No image may be pulled from a provider's marketplace.
# custom:
#   id: LCK-069
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     A marketplace bills through the provider's account and checks that the product runs there. The same product at another provider
#     needs another contract and another image, and sometimes is another version.
#   remediation: Buy the licence from the vendor, and mirror the image to your own registry.
#   since: 0.1.0
package altostrata.rules.lock_in.marketplace_image

import data.altostrata.lib.workloads

markets := ["709825985650.dkr.ecr.us-east-1.amazonaws.com", "marketplace.azurecr.io"]

considered := count([container | some container in input.containers; container.image])

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	bought_at_market(container.image)
	message := $"{workloads.title(container)} is licensed through a provider's marketplace: the licence ends with that account"
}

bought_at_market(image) if image.registry in markets

bought_at_market(image) if {
	image.registry == "gcr.io"
	startswith(image.repository, "cloud-marketplace/")
}
