import { durationSeconds } from "../../model/values/durations.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import type { Difference } from "../values/compare-values.ts";
import { mentionsKey } from "./mentions-key.ts";

/** A quantity that decreases; a value that is no quantity does not match. */
export function shrinks({ base, head }: Difference): boolean {
  const [before, after] = [parseQuantity(base), parseQuantity(head)];
  return before !== undefined && after !== undefined && after < before;
}

/** A quantity that increases. */
export function grows({ base, head }: Difference): boolean {
  const [before, after] = [parseQuantity(base), parseQuantity(head)];
  return before !== undefined && after !== undefined && after > before;
}

/** A different major version of PostgreSQL: the number before the first dot of the image tag. */
export function isMajorUpgrade({ base, head }: Difference): boolean {
  const [before, after] = [majorOf(base), majorOf(head)];
  return before !== undefined && after !== undefined && before !== after;
}

function majorOf(image: unknown): string | undefined {
  return /:([0-9]+)(?:[.@-]|$)/.exec(String(image))?.[1];
}

/** A duration that decreases. */
export function isShorter({ base, head }: Difference): boolean {
  const [before, after] = [durationSeconds(String(base)), durationSeconds(String(head))];
  return before !== undefined && after !== undefined && after < before;
}

/** Anything of an object except its labels, annotations and names. */
export function isNotMetadata({ path }: Difference): boolean {
  return path[0] !== "metadata";
}

/** How long resolvers cache a response; this changes no response. */
export function isLifetime({ path }: Difference): boolean {
  return ["recordTTL", "ttl"].includes(path.at(-1) ?? "");
}

/** The privileges of pods and containers. */
export function isSecurityContext({ path }: Difference): boolean {
  return path.includes("securityContext");
}

/** The resources that containers of a template request and may use. */
export function isResources({ path }: Difference): boolean {
  return path.includes("resources") && path.includes("template");
}

/** A network rule with address ranges, which concern traffic outside the target. */
export function isAboutRanges({ path, base, head }: Difference): boolean {
  return path.includes("ipBlock") || mentionsKey(base, "ipBlock") || mentionsKey(head, "ipBlock");
}

/** Opens to every address of the internet. */
export function opensToEverybody({ base, head }: Difference): boolean {
  return isEverybody(head) && !isEverybody(base);
}

function isEverybody(value: unknown): boolean {
  const text = JSON.stringify(value) ?? "";
  return text.includes('"0.0.0.0/0"') || text.includes('"::/0"');
}
