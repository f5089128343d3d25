import type { Comparison, ObjectChange } from "@altostrata/pipeline";
import { escapeText } from "../document/escape-text.ts";
import { reversibilityMessages } from "../messages/changes.ts";
import {
  describeClasses,
  describeObject,
  describeReason,
  describeTopology,
} from "./describe-change.ts";
import { isDangerous } from "./verdict.ts";

/** The most lines of one kind in a changelog. */
const mostLines = 12;

/** The effect of a comparison on one environment as lines of a changelog; empty if it has none. */
export function environmentNote(comparison: Comparison, environment: string): string {
  const changes = comparison.changes.filter(({ places }) => isIn(places, environment));
  const targets = comparison.targets.filter((target) => target.environment === environment);
  if (changes.length + targets.length === 0) return "";
  const details = [
    ...shorten(changes.filter(isDangerous).map(dangerLine)),
    ...shorten(
      comparison.topology
        .filter((change) => change.environment === environment)
        .map((change) => `${change.system}: ${describeTopology(change)}`),
    ),
    ...shorten(comparison.images.filter(({ places }) => isIn(places, environment)).map(imageLine)),
  ];
  const title = `On ${targets.map(({ target }) => target).join(", ")}: ${describeClasses(changes.flatMap(({ classes }) => classes)).join(", ")}.`;
  const list = details.map((line) => `- ${escapeText(line)}`);
  return [escapeText(title), ...(list.length === 0 ? [] : ["", ...list])].join("\n");
}

function isIn(places: ObjectChange["places"], environment: string): boolean {
  return places.some((place) => place.environment === environment);
}

function dangerLine(change: ObjectChange): string {
  const [reason] = change.reasons;
  const why = reason ? describeReason(reason) : "";
  return `${describeObject(change)}: ${why} To undo: ${reversibilityMessages[change.reversibility]}.`;
}

function imageLine({ repository, base, head }: Comparison["images"][number]): string {
  if (base === undefined) return `image ${repository} ${head ?? ""} added`;
  if (head === undefined) return `image ${repository} ${base} removed`;
  return `image ${repository} ${base} -> ${head}`;
}

function shorten(lines: readonly string[]): readonly string[] {
  const unique = [...new Set(lines)];
  const rest = unique.length - mostLines;
  return rest > 0 ? [...unique.slice(0, mostLines), `${rest} more`] : unique;
}
