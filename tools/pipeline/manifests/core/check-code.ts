import type { Manifest } from "../../model/kubernetes/manifest.ts";
import type { Cursor } from "../cursor.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { checkAutoscaler } from "./autoscaler.ts";
import { checkBudget } from "./budget.ts";
import { checkConfigMap, checkSecret } from "./config-data.ts";
import { checkCronJob, checkJob } from "./job.ts";
import { checkIngress } from "./ingress.ts";
import { checkNamespace, checkPriorityClass } from "./namespace.ts";
import { checkNetworkPolicy } from "./network-policy.ts";
import { checkPod } from "./pods/pod.ts";
import { checkLimitRange, checkQuota } from "./quota.ts";
import { checkBinding, checkClusterBinding, checkClusterRole, checkRole } from "./rbac.ts";
import { checkService } from "./service.ts";
import { checkClaim, checkStorageClass } from "./storage.ts";
import { checkDaemonSet, checkDeployment, checkReplicaSet, checkStatefulSet } from "./workload.ts";

/** The checks that the server implements in code for one group and kind, in all versions. */
export type CodeCheck = (object: Cursor, report: ReportProblem) => void;

/** The kinds with checks in code, by `group/kind`. */
export const codeChecks: ReadonlyMap<string, CodeCheck> = new Map([
  ["/ConfigMap", checkConfigMap],
  ["/LimitRange", checkLimitRange],
  ["/Namespace", checkNamespace],
  ["/PersistentVolumeClaim", checkClaim],
  ["/Pod", checkPod],
  ["/ResourceQuota", checkQuota],
  ["/Secret", checkSecret],
  ["/Service", checkService],
  ["apps/DaemonSet", checkDaemonSet],
  ["apps/Deployment", checkDeployment],
  ["apps/ReplicaSet", checkReplicaSet],
  ["apps/StatefulSet", checkStatefulSet],
  ["autoscaling/HorizontalPodAutoscaler", checkAutoscaler],
  ["batch/CronJob", checkCronJob],
  ["batch/Job", checkJob],
  ["networking.k8s.io/Ingress", checkIngress],
  ["networking.k8s.io/NetworkPolicy", checkNetworkPolicy],
  ["policy/PodDisruptionBudget", checkBudget],
  ["rbac.authorization.k8s.io/ClusterRole", checkClusterRole],
  ["rbac.authorization.k8s.io/ClusterRoleBinding", checkClusterBinding],
  ["rbac.authorization.k8s.io/Role", checkRole],
  ["rbac.authorization.k8s.io/RoleBinding", checkBinding],
  ["scheduling.k8s.io/PriorityClass", checkPriorityClass],
  ["storage.k8s.io/StorageClass", checkStorageClass],
]);

/** Checks an object by the rules that the server implements in code. The object's shape may be invalid. */
export function checkCode({ id, object }: Manifest, report: ReportProblem): void {
  codeChecks.get(`${id.group}/${id.kind}`)?.({ value: object }, report);
}
