import { placeText, type ManifestSource, type Origin, type Place } from "@altostrata/pipeline";
import { escapeText } from "../escape-text.ts";
import { alignTable } from "../table.ts";

/** What `alto why` explains: one value of one object on one target. */
export interface Explained {
  readonly environment: string;
  readonly target: string;
  readonly object: string;
  readonly path: string;
  readonly value: unknown;
  readonly source: ManifestSource;
}

/** Where a value comes from, as text: the layers that gave it, strongest first, and the template line that wrote it. */
export function reportWhy({ environment, target, object, path, value, source }: Explained): string {
  const layers = source.origin ? layersOf(value, source.origin) : [];
  const rows = [
    ...(source.patch ? [["patch", printValue(value), printPlace(source.patch), ""]] : []),
    ...layers.map((layer, index) => [
      layer.origin.layer ?? "value",
      printValue(layer.value),
      printPlace(layer.origin.place),
      index === 0 && !source.patch ? "" : "(replaced)",
    ]),
    [
      "template",
      source.expression === undefined ? "literal" : escapeText(`{{${source.expression}}}`),
      printPlace(source.template),
      "",
    ],
  ];
  const head = `${environment}/${target} ${object} ${path} = ${printValue(value)}`;
  const inside = insideRows(source);
  return `${[
    escapeText(head),
    "",
    ...indented(alignTable(rows, 4)),
    ...(inside.length === 0 ? [] : ["", "inside, by expressions:"]),
    ...indented(alignTable(inside, 4)),
  ].join("\n")}\n`;
}

/** What expressions gave inside of a config file: the path there, the value, the user's line and the template's. */
function insideRows({ inside }: ManifestSource): string[][] {
  const seen = new Set<string>();
  return (inside?.() ?? []).flatMap(({ path, value, source }) => {
    const { origin, expression, template } = source;
    if (expression === undefined) return [];
    const name = escapeText(path.join("."));
    const given = origin ? printPlace(origin.place) : escapeText(`{{${expression}}}`);
    // A host and its port often stand in one line of the user's.
    if (seen.has(`${name} ${given}`)) return [];
    seen.add(`${name} ${given}`);
    return [[name, printValue(value), given, printPlace(template)]];
  });
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

interface LayerValue {
  readonly value: unknown;
  readonly origin: Origin;
}

/** The chain of what replaced what, strongest first. */
function layersOf(value: unknown, origin: Origin): LayerValue[] {
  const replaced = (origin.overrides ?? []).flatMap((one) => layersOf(one.value, one.origin));
  return [{ value, origin }, ...replaced];
}

const longestShown = 100;

function printValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}...` : text;
  return escapeText(shown);
}

function printPlace(place: Place): string {
  return escapeText(placeText(place));
}
