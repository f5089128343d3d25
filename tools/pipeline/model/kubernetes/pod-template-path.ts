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

/** Returns where an object of a built-in kind holds its pod template (`[]` for a pod); undefined for other kinds. */
export function podTemplatePath({
  group,
  kind,
}: Pick<ObjectId, "group" | "kind">): readonly string[] | undefined {
  return Object.hasOwn(paths, `${group}/${kind}`) ? paths[`${group}/${kind}`] : undefined;
}
