import type { Finding } from "../../model/results/finding.ts";
import { systemKey, type Renames } from "./renames.ts";

/**
 * Gives older findings about renamed things the fingerprint of their newer counterpart. Fingerprints contain names, so
 * a rename would otherwise look like one fixed and one new finding.
 */
export function renameFindings(
  base: readonly Finding[],
  head: readonly Finding[],
  renames: Renames,
): readonly Finding[] {
  if (renames.systems.size + renames.targets.size === 0) return base;
  const [before, after] = [base, head].map(
    (findings) => new Set(findings.map(({ fingerprint }) => fingerprint)),
  );
  const come = Map.groupBy(
    head.filter(({ fingerprint }) => !before?.has(fingerprint)),
    subjectOf,
  );
  return base.map((finding) => {
    if (after?.has(finding.fingerprint)) return finding;
    const is = come.get(subjectOf(renamed(finding, renames)))?.shift();
    return is ? { ...finding, fingerprint: is.fingerprint } : finding;
  });
}

/** Identifies a finding by names alone, because paths about the estate contain old names or positions. */
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

/** `Kind/namespace/name` in the new namespace; a namespace itself is `Namespace/name`. */
function inNamespace(object: string, moved: ReturnType<Renames["systems"]["get"]>): string {
  if (!moved) return object;
  return object
    .split("/")
    .map((part, index) =>
      index === 1 && part === moved.base.namespace ? moved.head.namespace : part,
    )
    .join("/");
}
