import {
  changeClasses,
  type ComparedFinding,
  type ObjectChange,
  type EnvironmentTarget,
  type Reason,
  type SystemGraph,
  type TopologyChange,
} from "@altostrata/pipeline";
import { count } from "../document/inline.ts";
import { classMessages, reasonMessages, topologyMessages } from "../messages/changes.ts";

/** Appears among the names of changed rules if the compiled code of all rules changed. */
export const compiledRules = "compiled rules";

/** Why a change has a class, as a sentence. */
export function describeReason({ code, path }: Reason): string {
  const field = path.length === 0 ? "This" : path.join(".");
  return reasonMessages[code].replaceAll("{path}", field);
}

/** The effects of changes, the most dangerous first. `cosmetic` is shown only on its own. */
export function describeClasses(
  classes: readonly ObjectChange["classes"][number][],
): readonly string[] {
  const sorted = changeClasses.filter((name) => classes.includes(name));
  const effective = sorted.filter((name) => name !== "cosmetic");
  return (effective.length > 0 ? effective : sorted).map((name) => classMessages[name]);
}

/** What a finding causes, before and after: `deny -> waived until 2027-03-31 by @example/platform: reason`. */
export function describeOutcome({ action, was, waiver }: ComparedFinding): string {
  const is = waiver
    ? `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`
    : describeAction(action);
  return was === undefined ? is : `${describeAction(was)} -> ${is}`;
}

/** `off` means that the rule has no such finding. */
function describeAction(action: string): string {
  return action === "off" ? "not found" : action;
}

/** A change of topology, without its environment and system. */
export function describeTopology(change: TopologyChange): string {
  const { what, target, subject, base, head } = change;
  if (what === "declared-changed" && head === "none") return `${subject} removed (${base})`;
  if (what === "declared-changed" && base === "none") return `${subject} added (${head})`;
  const fields: Readonly<Record<string, string | undefined>> = { target, subject, base, head };
  return topologyMessages[what].replaceAll(
    /\{([a-z]+)\}/g,
    (_, name: string) => fields[name] ?? "nothing",
  );
}

/** The parts of a target in a system and its share of traffic: of DNS queries if weighted, else planned. */
export function describeNode(
  { parts, weight }: SystemGraph["nodes"][number],
  { routing }: SystemGraph,
): string {
  const part = parts.join(" + ");
  if (weight === 0) return part;
  return routing === "weighted" ? `${part}, ${weight}%` : `${part}, ${weight}% planned`;
}

/** `Kind/namespace/name`, with the old name if it was renamed. */
export function describeObject({
  object,
  previous,
}: Pick<ObjectChange, "object" | "previous">): string {
  const name = nameOf(object);
  return previous ? `${nameOf(previous)} -> ${name}` : name;
}

function nameOf({ kind, namespace, name }: ObjectChange["object"]): string {
  return [kind, namespace, name].filter((part) => part !== "").join("/");
}

/** Places by environment: `production: aws-frankfurt, gcp-belgium; staging: aws-frankfurt`; more than `most` are counted. */
export function describePlaces(places: readonly EnvironmentTarget[], most = 12): string {
  const environments = Map.groupBy(places, ({ environment }) => environment);
  const listed = [...environments].map(
    ([environment, pairs]) => `${environment}: ${pairs.map(({ target }) => target).join(", ")}`,
  );
  if (places.length <= most) return listed.join("; ");
  const names = [...environments.keys()];
  const shown = names.slice(0, 5).join(", ");
  const others = names.length > 5 ? ` and ${count(names.length - 5, "more environment")}` : "";
  return `${places.length} targets of ${shown}${others}`;
}
