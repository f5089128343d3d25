import { blockText, printScalar, quoteText } from "./print-scalar.ts";

/** A YAML document of a plain value: block style, strings quoted where any reader could take them for something else. */
export function printYaml(value: unknown): string {
  if (isFull(value)) return `${lines(value, "").join("\n")}\n`;
  return `${inline(value, "")}\n`;
}

type Container = readonly unknown[] | Readonly<Record<string, unknown>>;

function isFull(value: unknown): value is Container {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
}

/** The lines of a list or map that is not empty; all but those inside block texts begin with `indent`. */
function lines(value: Container, indent: string): string[] {
  return Array.isArray(value)
    ? listLines(value, indent)
    : mapLines(value as Record<string, unknown>, indent);
}

function listLines(list: readonly unknown[], indent: string): string[] {
  return list.flatMap((item) => {
    if (!isFull(item)) return [`${indent}- ${inline(item, indent)}`];
    const [first = "", ...others] = lines(item, `${indent}  `);
    return [`${indent}- ${first.slice(indent.length + 2)}`, ...others];
  });
}

/** Longer keys cannot stand in front of their colon on one line. */
const longestKey = 1000;

function mapLines(map: Readonly<Record<string, unknown>>, indent: string): string[] {
  return Object.keys(map).flatMap((key) => {
    const value = map[key];
    const printed = printScalar(key);
    const head =
      printed.length > longestKey ? `${indent}? ${printed}\n${indent}:` : `${indent}${printed}:`;
    if (!isFull(value)) return [`${head} ${inline(value, indent)}`];
    if (Array.isArray(value) && printed.length <= longestKey)
      return [head, ...listLines(value, indent)];
    return [head, ...lines(value, `${indent}  `)];
  });
}

function inline(value: unknown, indent: string): string {
  if (typeof value === "string") return blockText(value, `${indent}  `) ?? printScalar(value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[]" : "{}";
  return value === undefined ? quoteText("") : printScalar(value);
}
