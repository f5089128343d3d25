import { durationSeconds } from "../../model/values/durations.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import type { Difference } from "../values/compare-values.ts";
import { mentionsKey } from "./mentions-key.ts";

/** A quantity that becomes less; what is none on one side is no comparison. */
export function shrinks({ base, head }: Difference): boolean {
  const [before, after] = [parseQuantity(base), parseQuantity(head)];
  return before !== undefined && after !== undefined && after < before;
}

/** A quantity that becomes more. */
export function grows({ base, head }: Difference): boolean {
  const [before, after] = [parseQuantity(base), parseQuantity(head)];
  return before !== undefined && after !== undefined && after > before;
}

/** Another major version of PostgreSQL: the number before the first dot of the image's tag. */
export function isMajorUpgrade({ base, head }: Difference): boolean {
  const [before, after] = [majorOf(base), majorOf(head)];
  return before !== undefined && after !== undefined && before !== after;
}

function majorOf(image: unknown): string | undefined {
  return /:([0-9]+)(?:[.@-]|$)/.exec(String(image))?.[1];
}

/** A duration that becomes less. */
export function isShorter({ base, head }: Difference): boolean {
  const [before, after] = [durationSeconds(String(base)), durationSeconds(String(head))];
  return before !== undefined && after !== undefined && after < before;
}

/** Anything of an object but its labels, annotations and names. */
export function isNotMetadata({ path }: Difference): boolean {
  return path[0] !== "metadata";
}

/** How long resolvers keep an answer, which changes none. */
export function isLifetime({ path }: Difference): boolean {
  return ["recordTTL", "ttl"].includes(path.at(-1) ?? "");
}

/** What pods and containers are allowed. */
export function isSecurityContext({ path }: Difference): boolean {
  return path.includes("securityContext");
}

/** What containers of a template ask for and may use. */
export function isResources({ path }: Difference): boolean {
  return path.includes("resources") && path.includes("template");
}

/** A network rule that speaks of addresses, so of what is outside of the target. */
export function isAboutRanges({ path, base, head }: Difference): boolean {
  return path.includes("ipBlock") || mentionsKey(base, "ipBlock") || mentionsKey(head, "ipBlock");
}

/** Every address of the internet, where it was not before. */
export function opensToEverybody({ base, head }: Difference): boolean {
  return isEverybody(head) && !isEverybody(base);
}

function isEverybody(value: unknown): boolean {
  const text = JSON.stringify(value) ?? "";
  return text.includes('"0.0.0.0/0"') || text.includes('"::/0"');
}
