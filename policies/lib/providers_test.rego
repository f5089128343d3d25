package altostrata.lib.providers_test

import data.altostrata.lib.providers

test_layers if {
	providers.portable({"layer": "platform"})
	not providers.portable({"layer": "provider"})
}

test_keys if {
	providers.of_key("eks.amazonaws.com/role-arn") == "aws" with input as {}
	providers.of_key("service.beta.kubernetes.io/azure-load-balancer-internal") == "azure" with input as {}
	not providers.of_key("app.kubernetes.io/name") with input as {"vocabulary": {"surfaces": []}}
	providers.of_key("lb.example.net/kind") with input as {"vocabulary": {"surfaces": ["lb.example.net"]}}
}

test_groups_by_their_longest_suffix if {
	providers.of_group("s3.services.k8s.aws") == "aws"
	providers.of_group("sql.cnrm.cloud.google.com") == "gcp"
	not providers.of_group("cert-manager.io")
}

test_registries_by_whole_names if {
	providers.of_registry("123456789012.dkr.ecr.eu-central-1.amazonaws.com") == "aws"
	providers.of_registry("gcr.io") == "gcp"
	not providers.of_registry("notgcr.io")
}
