import {
  changeClasses,
  type ComparedFinding,
  type ObjectChange,
  type EnvironmentTarget,
  type Reason,
  type TopologyChange,
} from "@altostrata/pipeline";
import { count } from "../count.ts";
import { classWords, reasonWords, topologyWords } from "../messages/changes.ts";

/** Why a change has a class, as a sentence. */
export function wordReason({ code, path }: Reason): string {
  const field = path.length === 0 ? "This" : path.join(".");
  return reasonWords[code].replaceAll("{path}", field);
}

/** What changes do, the worst first; that nothing which runs changes is said only where nothing else is to be said. */
export function wordClasses(
  classes: readonly ObjectChange["classes"][number][],
): readonly string[] {
  const sorted = changeClasses.filter((name) => classes.includes(name));
  const telling = sorted.filter((name) => name !== "cosmetic");
  return (telling.length > 0 ? telling : sorted).map((name) => classWords[name]);
}

/** `off` in the data: the rule has no such finding, whatever the reason. */
function wordAction(action: string): string {
  return action === "off" ? "not found" : action;
}

/** How a finding is judged, with what it was before and until when a waiver holds: `deny -> waived until 2027-03-31 by @example/platform`. */
export function wordJudgement({ action, was, waiver }: ComparedFinding): string {
  const is = waiver
    ? `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`
    : wordAction(action);
  return was === undefined ? is : `${wordAction(was)} -> ${is}`;
}

/** A change of topology as words without its environment and system. */
export function wordTopology({ what, target, subject, base, head }: TopologyChange): string {
  const given: Readonly<Record<string, string | undefined>> = { target, subject, base, head };
  return topologyWords[what].replaceAll(
    /\{([a-z]+)\}/g,
    (_, name: string) => given[name] ?? "nothing",
  );
}

/** `Kind/namespace/name`, with the old one where it was renamed. */
export function wordObject({
  object,
  previous,
}: Pick<ObjectChange, "object" | "previous">): string {
  const name = nameOf(object);
  return previous ? `${nameOf(previous)} -> ${name}` : name;
}

function nameOf({ kind, namespace, name }: ObjectChange["object"]): string {
  return [kind, namespace, name].filter((part) => part !== "").join("/");
}

/** Places by environment: `production: aws-frankfurt, gcp-belgium; staging: aws-frankfurt`; more than `most` as a number. */
export function wordPlaces(places: readonly EnvironmentTarget[], most = 12): string {
  const environments = Map.groupBy(places, ({ environment }) => environment);
  const words = [...environments].map(
    ([environment, pairs]) => `${environment}: ${pairs.map(({ target }) => target).join(", ")}`,
  );
  if (places.length <= most) return words.join("; ");
  const names = [...environments.keys()];
  const shown = names.slice(0, 5).join(", ");
  const others = names.length > 5 ? ` and ${count(names.length - 5, "more environment")}` : "";
  return `${places.length} targets of ${shown}${others}`;
}
