import { isRecord } from "../../model/values/json-record.ts";
import type { Difference } from "../values/compare-values.ts";

/** Fields of pods whose value `true` (or presence) gives rights. */
const givesRights: ReadonlySet<string> = new Set([
  "privileged",
  "allowPrivilegeEscalation",
  "hostNetwork",
  "hostPID",
  "hostIPC",
  "hostPath",
  "hostPort",
  "shareProcessNamespace",
  "automountServiceAccountToken",
]);

/** Fields of pods whose value `true` takes rights away. */
const takesRights: ReadonlySet<string> = new Set(["runAsNonRoot", "readOnlyRootFilesystem"]);

const podSecurityLevels = ["privileged", "baseline", "restricted"];

/** Whether a difference gives a pod or namespace more rights than it had. */
export function isLoosened(difference: Difference): boolean {
  const { path, base, head, change } = difference;
  const field = path.at(-1) ?? "";
  if (givesRights.has(field)) return isOn(head) && !isOn(base);
  if (takesRights.has(field)) return base === true && head !== true;
  if (path.includes("capabilities")) {
    return (
      (path.includes("add") && change === "added") ||
      (path.includes("drop") && change === "removed")
    );
  }
  if (field.startsWith("pod-security.kubernetes.io/enforce") && !field.endsWith("-version"))
    return podSecurityLevels.indexOf(String(head)) < podSecurityLevels.indexOf(String(base));
  if (path.includes("seccompProfile")) return head === "Unconfined";
  // A whole block that goes takes its restrictions along, one that comes may bring rights.
  if (field === "securityContext" && change === "removed") return true;
  return change === "added" && path.includes("spec") && bringsRights(head);
}

function isOn(value: unknown): boolean {
  return value !== undefined && value !== false && value !== null;
}

function bringsRights(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(bringsRights);
  if (!isRecord(value)) return false;
  return Object.entries(value).some(
    ([key, item]) => (givesRights.has(key) && isOn(item)) || bringsRights(item),
  );
}
