import { isMap, isSeq, parseDocument, Document, Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { lineEndOf } from "./line-end.ts";

/** One entry of waivers.yaml, with keys in file order. Only the given keys are written. */
export type WaiverEntry = Readonly<Record<string, string>>;

/** The scope keys of a waiver: entries with equal scope keys cover the same findings. */
const scopeKeys = ["rule", "target", "object", "path"];

const newFile = `# yaml-language-server: $schema=../../docs/reference/schemas/waivers.json
apiVersion: altostrata.dev/v1alpha1
kind: Waivers
waivers: []
`;

/**
 * Returns the text of waivers.yaml with an added entry, or with the entry of the same scope replaced. All other text
 * stays. Returns undefined if the text is not a valid waivers file.
 */
export function addEntry(text: string | undefined, entry: WaiverEntry): string | undefined {
  const source = text ?? newFile;
  const document = parseDocument(source);
  const list = document.get("waivers", true);
  if (document.errors.length > 0 || !isSeq(list) || !list.range) return undefined;
  const lineEnd = lineEndOf(source);
  const existing = list.items.find((item): item is YAMLMap => isMap(item) && hasScope(item, entry));
  if (existing || (list.flow && list.items.length > 0))
    return rewrite(document, list, { existing, entry });
  if (list.flow || list.items.length === 0) {
    const [from, to] = list.range;
    const item = printEntry(entry, "  ", lineEnd).trimEnd();
    return `${source.slice(0, from).trimEnd()}${lineEnd}${item}${source.slice(to)}`;
  }
  return append(source, list, { entry, lineEnd });
}

function hasScope(item: YAMLMap, entry: WaiverEntry): boolean {
  return scopeKeys.every((key) => (item.get(key) ?? undefined) === entry[key]);
}

/** Where lines cannot be added: the same scope again, or a list in brackets. Keeps comments. */
function rewrite(
  document: Document,
  list: YAMLSeq,
  { existing, entry }: { existing: YAMLMap | undefined; entry: WaiverEntry },
): string {
  if (existing) for (const [key, value] of scalars(entry)) existing.set(key, value);
  else list.add(mapOf(entry));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function append(
  source: string,
  list: YAMLSeq,
  { entry, lineEnd }: { entry: WaiverEntry; lineEnd: string },
): string {
  const items = list.items.filter((item) => isMap(item));
  const [first, last] = [items[0]?.range?.[0] ?? 0, items.at(-1)?.range?.[1] ?? source.length];
  const lineStart = source.lastIndexOf("\n", first) + 1;
  const indent = /^ */.exec(source.slice(lineStart))?.[0] ?? "";
  const before = source.slice(0, last).trimEnd();
  // A comment may follow on the last line.
  const rest = source.slice(before.length);
  const sameLine = /^[^\r\n]*/.exec(rest)?.[0] ?? "";
  const head = before + sameLine;
  const separator = items.length === 1 || /\n\s*\n/.test(source.slice(first, last)) ? lineEnd : "";
  const item = printEntry(entry, indent, lineEnd).trimEnd();
  const tail = rest.slice(sameLine.length);
  return `${head}${lineEnd}${separator}${item}${tail === "" ? lineEnd : tail}`;
}

function printEntry(entry: WaiverEntry, indent: string, lineEnd: string): string {
  const printed = new Document([mapOf(entry)]).toString({ lineWidth: 0 });
  return printed
    .trimEnd()
    .split("\n")
    .map((line) => `${indent}${line}${lineEnd}`)
    .join("");
}

function mapOf(entry: WaiverEntry): YAMLMap {
  const map = new Document({}).contents as YAMLMap;
  for (const [key, value] of scalars(entry)) map.set(key, value);
  return map;
}

/** Quotes the days: YAML 1.1 readers would turn them into dates. */
function scalars(entry: WaiverEntry): [string, Scalar][] {
  return Object.entries(entry).map(([key, value]) => {
    const scalar = new Scalar(value);
    if (key === "created" || key === "expires" || key === "owner" || key === "approvedBy")
      scalar.type = Scalar.QUOTE_DOUBLE;
    return [key, scalar];
  });
}
