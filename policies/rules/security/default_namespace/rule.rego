# METADATA
# title: Workload in a default or system namespace
# description: No workload may run in `default` or in one of Kubernetes' own namespaces.
# custom:
#   id: SEC-110
#   aliases: [SEC-111]
#   family: security
#   severity: medium
#   scope: target
#   standards: [CIS 5.7.1, CIS 5.7.4, NSA C-0212]
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     Rights, quotas, network policies and Pod Security apply per namespace. `default` has none of them, and in `kube-system` a
#     workload runs beside components that the target needs to work.
#   remediation: Give the system its own namespace.
#   since: 0.1.0
package altostrata.rules.security.default_namespace

considered := count(input.pods)

findings contains {"path": ["resources", pod.resource, "object", "metadata", "namespace"], "message": message} if {
	some pod in input.pods
	of_kubernetes(pod.namespace)
	message := $"{pod.kind} {pod.name} runs in a namespace that belongs to no system"
}

of_kubernetes(namespace) if namespace in {"", "default"}

# Kubernetes reserves this prefix.
of_kubernetes(namespace) if startswith(namespace, "kube-")
