import { placeText, type ManifestSource, type Origin, type Place } from "@altostrata/pipeline";
import { escapeText } from "../document/escape-text.ts";
import { alignTable } from "../document/terminal.ts";

/** A value of an object on a target, to be explained by `alto why`. */
export interface Explained {
  readonly environment: string;
  readonly target: string;
  readonly object: string;
  readonly path: string;
  readonly value: unknown;
  readonly source: ManifestSource;
}

/** Explains the origin of a value: the layers that set it, strongest first, and the line of the template. */
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
    ...(inside.length === 0 ? [] : ["", "values inside:"]),
    ...indented(alignTable(inside, 4)),
  ].join("\n")}\n`;
}

/** Lists values of expressions inside a config file: path, value, place of its origin and place in the template. */
function insideRows({ inside }: ManifestSource): string[][] {
  const seen = new Set<string>();
  return (inside?.() ?? []).flatMap(({ path, value, source }) => {
    const { origin, expression, template } = source;
    if (expression === undefined) return [];
    const name = escapeText(path.join("."));
    const from = origin ? printPlace(origin.place) : escapeText(`{{${expression}}}`);
    // A host and its port often have the same origin.
    if (seen.has(`${name} ${from}`)) return [];
    seen.add(`${name} ${from}`);
    return [[name, printValue(value), from, printPlace(template)]];
  });
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

interface LayerValue {
  readonly value: unknown;
  readonly origin: Origin;
}

/** The layers of a value, strongest first. */
function layersOf(value: unknown, origin: Origin): LayerValue[] {
  const replaced = (origin.overrides ?? []).flatMap((one) => layersOf(one.value, one.origin));
  return [{ value, origin }, ...replaced];
}

const longestShown = 100;

function printValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "none");
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}...` : text;
  return escapeText(shown);
}

function printPlace(place: Place): string {
  return escapeText(placeText(place));
}
