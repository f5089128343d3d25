import { mkdirSync, copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildGoProgram } from "@altostrata/maintain/programs/build-go-program.ts";
import {
  apiServerRecipe,
  etcdRecipe,
  kubernetesRecipe,
} from "@altostrata/maintain/programs/go-recipes.ts";
import { cniRecipes, kubeRouterRecipe } from "../machine/cluster-recipes.ts";

/** Paths of the programs that one cloud runs. */
export interface CloudParts {
  readonly etcd: string;
  readonly apiServer: string;
  readonly kubelet: string;
  readonly controllerManager: string;
  readonly scheduler: string;
  readonly proxy: string;
  readonly networkPolicies: string;
  /** Folder of the network plugins. */
  readonly networkPlugins: string;
}

/** The programs of a cloud of this Kubernetes minor; they come from the cache when an earlier run built them. */
export function cloudParts(minor: string, folder: string): CloudParts {
  const kubernetes = (name: string): string => buildGoProgram(kubernetesRecipe(name, minor));
  return {
    etcd: buildGoProgram(etcdRecipe),
    apiServer: buildGoProgram(apiServerRecipe(minor)),
    kubelet: kubernetes("kubelet"),
    controllerManager: kubernetes("kube-controller-manager"),
    scheduler: kubernetes("kube-scheduler"),
    proxy: kubernetes("kube-proxy"),
    networkPolicies: buildGoProgram(kubeRouterRecipe),
    networkPlugins: pluginFolder(folder),
  };
}

// The container runtime wants all plugins in one folder.
function pluginFolder(folder: string): string {
  const plugins = join(folder, "network-plugins");
  mkdirSync(plugins, { recursive: true });
  for (const program of cniRecipes.map(buildGoProgram))
    copyFileSync(program, join(plugins, basename(program)));
  return plugins;
}
