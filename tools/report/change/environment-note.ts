import type { Comparison, ObjectChange } from "@altostrata/pipeline";
import { escapeText } from "../escape-text.ts";
import { reversibilityWords } from "../messages/changes.ts";
import { wordClasses, wordObject, wordReason, wordTopology } from "./change-words.ts";
import { isDangerous } from "./verdict.ts";

/** As many lines of one sort as an operator reads in a changelog. */
const mostLines = 12;

/**
 * What a comparison does to one environment, as the lines of a changelog: what happens where, then dangers, topology and images.
 * Empty where nothing of it changes.
 */
export function environmentNote(comparison: Comparison, environment: string): string {
  const changes = comparison.changes.filter(({ places }) => isIn(places, environment));
  const targets = comparison.targets.filter((target) => target.environment === environment);
  if (changes.length + targets.length === 0) return "";
  const details = [
    ...shorten(changes.filter(isDangerous).map(dangerLine)),
    ...shorten(
      comparison.topology
        .filter((change) => change.environment === environment)
        .map((change) => `${change.system}: ${wordTopology(change)}`),
    ),
    ...shorten(comparison.images.filter(({ places }) => isIn(places, environment)).map(imageLine)),
  ];
  const title = `On ${targets.map(({ target }) => target).join(", ")}: ${wordClasses(changes.flatMap(({ classes }) => classes)).join(", ")}.`;
  const list = details.map((line) => `- ${escapeText(line)}`);
  return [escapeText(title), ...(list.length === 0 ? [] : ["", ...list])].join("\n");
}

function isIn(places: ObjectChange["places"], environment: string): boolean {
  return places.some((place) => place.environment === environment);
}

function dangerLine(change: ObjectChange): string {
  const [reason] = change.reasons;
  const why = reason ? wordReason(reason) : "";
  return `${wordObject(change)}: ${why} To undo: ${reversibilityWords[change.reversibility]}.`;
}

function imageLine({ repository, base, head }: Comparison["images"][number]): string {
  if (base === undefined) return `image ${repository} ${head ?? ""} is new`;
  if (head === undefined) return `image ${repository} ${base} runs no more`;
  return `image ${repository} ${base} -> ${head}`;
}

function shorten(lines: readonly string[]): readonly string[] {
  const unique = [...new Set(lines)];
  const rest = unique.length - mostLines;
  return rest > 0 ? [...unique.slice(0, mostLines), `${rest} more like these`] : unique;
}
