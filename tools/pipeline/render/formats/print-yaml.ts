import { blockText, printScalar, quoteText } from "./print-scalar.ts";

/** Prints a plain value as a YAML document in block style. Strings are quoted if any reader could misread them. */
export function printYaml(value: unknown): string {
  if (isFull(value)) return `${lines(value, "").join("\n")}\n`;
  return `${inline(value, "")}\n`;
}

type Container = readonly unknown[] | Readonly<Record<string, unknown>>;

function isFull(value: unknown): value is Container {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
}

/** Prints the lines of a non-empty list or map; all lines except those inside block strings begin with `indent`. */
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

/** Longer keys cannot precede their colon on one line. */
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
