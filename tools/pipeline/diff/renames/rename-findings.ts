import type { Finding } from "../../model/finding.ts";
import { systemKey, type Renames } from "./renames.ts";

/**
 * Older findings about things that only have another name now, by the fingerprint of the newer finding that each has become. A
 * fingerprint holds names, so such findings would look fixed and found anew.
 */
export function renameFindings(
  base: readonly Finding[],
  head: readonly Finding[],
  renames: Renames,
): ReadonlyMap<string, Finding> {
  const [before, after] = [base, head].map(
    (findings) => new Set(findings.map(({ fingerprint }) => fingerprint)),
  );
  const gone = Map.groupBy(
    base.filter(({ fingerprint }) => !after?.has(fingerprint)),
    (finding) => subjectOf(renamed(finding, renames)),
  );
  const become = new Map<string, Finding>();
  for (const finding of head) {
    if (before?.has(finding.fingerprint)) continue;
    const was = gone.get(subjectOf(finding))?.shift();
    if (was) become.set(finding.fingerprint, was);
  }
  return become;
}

/** What a finding is about, by names alone: the path of one about the estate holds names of before or positions. */
function subjectOf({ rule, environment, target, system, object, waiverPath }: Subject): string {
  const path = object === undefined ? undefined : waiverPath;
  return JSON.stringify([rule, environment, target, system, object, path]);
}

type Subject = Pick<
  Finding,
  "rule" | "environment" | "target" | "system" | "object" | "waiverPath"
>;

function renamed(finding: Finding, { environments, systems, targets }: Renames): Subject {
  const { environment = "", system = "", target = "", object } = finding;
  const moved = systems.get(systemKey(environment, system));
  const place = moved?.head.environment ?? environments.get(environment) ?? environment;
  return {
    ...finding,
    ...(environment === "" ? {} : { environment: place }),
    ...(target === "" ? {} : { target: targets.get(target) ?? target }),
    ...(moved ? { system: moved.head.system } : {}),
    ...(object === undefined ? {} : { object: inNamespace(object, moved) }),
  };
}

/** `Kind/namespace/name` in the namespace of now; a namespace itself is `Namespace/name`. */
function inNamespace(object: string, moved: ReturnType<Renames["systems"]["get"]>): string {
  if (!moved) return object;
  return object
    .split("/")
    .map((part, index) =>
      index === 1 && part === moved.base.namespace ? moved.head.namespace : part,
    )
    .join("/");
}
