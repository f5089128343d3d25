import type { ObjectId } from "./manifest.ts";

const paths: Readonly<Record<string, readonly string[]>> = {
  "/Pod": [],
  "/ReplicationController": ["spec", "template"],
  "apps/DaemonSet": ["spec", "template"],
  "apps/Deployment": ["spec", "template"],
  "apps/ReplicaSet": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  "batch/Job": ["spec", "template"],
};

/** Where an object of a built-in kind holds the pod that it starts (`[]` for a pod itself); undefined for kinds that start none. */
export function podTemplatePath({
  group,
  kind,
}: Pick<ObjectId, "group" | "kind">): readonly string[] | undefined {
  return Object.hasOwn(paths, `${group}/${kind}`) ? paths[`${group}/${kind}`] : undefined;
}
