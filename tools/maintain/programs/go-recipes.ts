/** The recipe for one program from published Go modules. */
export interface GoRecipe {
  /** File name of the program. */
  readonly name: string;
  readonly module: string;
  /** Version of the module, with the leading `v`. */
  readonly version: string;
  /** The main package; the module itself by default. */
  readonly package?: string;
  /** A main file of ours, for a module that publishes its packages but no command. */
  readonly mainFile?: string;
  /** Modules that the checksum database cannot check, as GONOSUMDB lists them. */
  readonly uncheckedModules?: string;
  /** Variables set at link time. */
  readonly linkVariables?: Readonly<Record<string, string>>;
}

/** The toolchain for all programs, so that every machine builds the same bytes. */
export const goToolchain = "go1.27.3";

/** The Kubernetes patch version for each minor version of the estate. */
export const kubernetesVersions: Readonly<Record<string, string>> = {
  "1.35": "1.35.4",
  "1.36": "1.36.3",
};

/** The recipe of kube-apiserver for a minor version such as `1.36`. Throws for an unlisted one. */
export function apiServerRecipe(minor: string): GoRecipe {
  return kubernetesRecipe("kube-apiserver", minor);
}

/** The recipe of one program of Kubernetes, such as `kubelet`, for a minor version such as `1.36`. */
export function kubernetesRecipe(name: string, minor: string): GoRecipe {
  const version = kubernetesVersions[minor];
  if (version === undefined) throw new Error(`no ${name} is listed for Kubernetes ${minor}`);
  const [major = "", minorNumber = ""] = minor.split(".");
  const variables = "k8s.io/component-base/version";
  return {
    name,
    module: "k8s.io/kubernetes",
    version: `v${version}`,
    package: `k8s.io/kubernetes/cmd/${name}`,
    linkVariables: {
      [`${variables}.gitVersion`]: `v${version}`,
      [`${variables}.gitMajor`]: major,
      [`${variables}.gitMinor`]: minorNumber,
    },
  };
}

export const etcdRecipe: GoRecipe = {
  name: "etcd",
  module: "go.etcd.io/etcd/server/v3",
  version: "v3.6.16",
};

export const registryRecipe: GoRecipe = {
  name: "registry",
  module: "github.com/google/go-containerregistry",
  version: "v0.22.1",
  package: "github.com/google/go-containerregistry/cmd/registry",
};

/** Programs for tests and the bench, by their name in `tools.ts`. */
export const toolRecipes: Readonly<Record<string, GoRecipe>> = {
  "kube-apiserver-1.35": apiServerRecipe("1.35"),
  "kube-apiserver-1.36": apiServerRecipe("1.36"),
  etcd: etcdRecipe,
  opa: { name: "opa", module: "github.com/open-policy-agent/opa", version: "v1.22.2" },
  kustomize: { name: "kustomize", module: "sigs.k8s.io/kustomize/kustomize/v5", version: "v5.7.1" },
  kubeconform: {
    name: "kubeconform",
    module: "github.com/yannh/kubeconform",
    version: "v0.8.0",
    package: "github.com/yannh/kubeconform/cmd/kubeconform",
  },
  conftest: {
    name: "conftest",
    module: "github.com/open-policy-agent/conftest",
    version: "v0.71.1",
  },
  actionlint: {
    name: "actionlint",
    module: "github.com/rhysd/actionlint",
    version: "v1.7.12",
    package: "github.com/rhysd/actionlint/cmd/actionlint",
  },
  regal: { name: "regal", module: "github.com/styrainc/regal", version: "v0.35.1" },
  registry: registryRecipe,
};
