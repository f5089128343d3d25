# METADATA
# title: Names that belong to one provider
# description: Finds the provider that a key, an API group or a registry belongs to.
package altostrata.lib.providers

# The layers that must run anywhere. Provider-specific templates are in the provider's folder.
portable(thing) if thing.layer in {"application", "platform"}

domains := {
	"alb.ingress.kubernetes.io": "aws",
	"eks.amazonaws.com": "aws",
	"k8s.amazonaws.com": "aws",
	"karpenter.k8s.aws": "aws",
	"vpc.amazonaws.com": "aws",
	"alb.networking.azure.io": "azure",
	"appgw.ingress.kubernetes.io": "azure",
	"azure.workload.identity": "azure",
	"kubernetes.azure.com": "azure",
	"beta.cloud.google.com": "gcp",
	"cloud.google.com": "gcp",
	"gke.io": "gcp",
	"iam.gke.io": "gcp",
	"networking.gke.io": "gcp",
	"networking.gcp.io": "gcp",
	"route.openshift.io": "openshift",
}

service_prefixes := {"aws-": "aws", "azure-": "azure", "gce-": "gcp", "oci-": "oci", "do-": "digitalocean"}

# The provider of an annotation or label key; undefined for standard keys.
of_key(key) := domains[split(key, "/")[0]]

of_key(key) := provider if {
	[domain, name] := split(key, "/")
	domain in {"service.beta.kubernetes.io", "service.kubernetes.io"}
	some prefix, provider in service_prefixes
	startswith(name, prefix)
}

# Surfaces listed in a provider's folder.
of_key(key) := "that lists it as a surface of lock-in" if {
	domain := split(key, "/")[0]
	not domains[domain]
	domain in input.vocabulary.surfaces
}

group_suffixes := {
	"services.k8s.aws": "aws",
	"k8s.aws": "aws",
	"eks.amazonaws.com": "aws",
	"vpcresources.k8s.aws": "aws",
	"aws.upbound.io": "aws",
	"azure.com": "azure",
	"alb.networking.azure.io": "azure",
	"azure.upbound.io": "azure",
	"cnrm.cloud.google.com": "gcp",
	"cloud.google.com": "gcp",
	"gke.io": "gcp",
	"gcp.upbound.io": "gcp",
	"openshift.io": "openshift",
}

# The provider of an API group; undefined for portable groups.
of_group(group) := provider if {
	some suffix, provider in group_suffixes
	ends_in_domain(group, suffix)
	count([longer | some longer, _ in group_suffixes; ends_in_domain(group, longer); count(longer) > count(suffix)]) == 0
}

registry_suffixes := {
	"amazonaws.com": "aws",
	"public.ecr.aws": "aws",
	"azurecr.io": "azure",
	"mcr.microsoft.com": "azure",
	"gcr.io": "gcp",
	"pkg.dev": "gcp",
}

# The provider that owns a registry; undefined for independent registries.
of_registry(registry) := provider if {
	some suffix, provider in registry_suffixes
	ends_in_domain(registry, suffix)
}

ends_in_domain(name, suffix) if name == suffix

ends_in_domain(name, suffix) if endswith(name, concat("", [".", suffix]))
