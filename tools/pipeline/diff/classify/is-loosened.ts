import { isRecord } from "../../model/values/json-record.ts";
import type { Difference } from "../values/compare-values.ts";

/** Pod fields that grant privileges if `true` or present. */
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

/** Pod fields that remove privileges if `true`. */
const takesRights: ReadonlySet<string> = new Set(["runAsNonRoot", "readOnlyRootFilesystem"]);

const podSecurityLevels = ["privileged", "baseline", "restricted"];

/** Returns whether a difference gives a pod or namespace more privileges. */
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
  // Removing a whole block removes its restrictions; adding one may grant privileges.
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
