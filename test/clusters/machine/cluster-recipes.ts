import {
  apiServerRecipe,
  etcdRecipe,
  kubernetesRecipe,
  registryRecipe,
  type GoRecipe,
} from "@altostrata/maintain/programs/go-recipes.ts";

const cniVersion = "v1.9.1";

function cniRecipe(name: string, kind: "main" | "ipam" | "meta"): GoRecipe {
  const module = "github.com/containernetworking/plugins";
  return { name, module, version: cniVersion, package: `${module}/plugins/${kind}/${name}` };
}

/** The plugins that give a pod its address, its interface and its host ports. */
export const cniRecipes: readonly GoRecipe[] = [
  cniRecipe("bridge", "main"),
  cniRecipe("loopback", "main"),
  cniRecipe("host-local", "ipam"),
  cniRecipe("portmap", "meta"),
];

/** Enforces network policies; its router and service proxy stay off. */
export const kubeRouterRecipe: GoRecipe = {
  name: "kube-router",
  module: "github.com/cloudnativelabs/kube-router/v2",
  version: "v2.1.0",
  package: "github.com/cloudnativelabs/kube-router/v2/cmd/kube-router",
};

export const corednsRecipe: GoRecipe = {
  name: "coredns",
  module: "github.com/coredns/coredns",
  version: "v1.13.1",
};

/** The programs of Kubernetes that run beside each cluster's API server. */
const nodePrograms = [
  "kubelet",
  "kube-controller-manager",
  "kube-scheduler",
  "kube-proxy",
] as const;

/** Every program that clusters of these Kubernetes minors need, the longest builds first. */
export function clusterRecipes(minors: readonly string[]): GoRecipe[] {
  return [
    etcdRecipe,
    registryRecipe,
    ...minors.flatMap((minor) => [
      apiServerRecipe(minor),
      ...nodePrograms.map((name) => kubernetesRecipe(name, minor)),
    ]),
    ...cniRecipes,
    kubeRouterRecipe,
    corednsRecipe,
  ];
}
