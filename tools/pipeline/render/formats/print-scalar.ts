/** Prints a scalar on one line so that every YAML reader reads the same value. */
export function printScalar(value: unknown): string {
  if (typeof value === "string") return isPlain(value) ? value : quoteText(value);
  if (typeof value === "number") return printNumber(value);
  return String(value);
}

/** Prints a string in double quotes and escapes everything that YAML cannot hold or would change. */
export function quoteText(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Prints a multi-line string as a literal block indented by `indent`; undefined if some reader could not read it back
 * exactly.
 */
export function blockText(text: string, indent: string): string | undefined {
  if (!text.includes("\n") || !isPrintable(text)) return undefined;
  const ended = text.endsWith("\n");
  const lines = (ended ? text.slice(0, -1) : text).split("\n");
  if (/^[ \t]|^$/.test(lines[0] ?? "") || lines.at(-1) === "") return undefined;
  if (lines.some((line) => /^[ \t]+$/.test(line))) return undefined;
  const body = lines.map((line) => (line === "" ? "" : indent + line)).join("\n");
  return `|${ended ? "" : "-"}\n${body}`;
}

function isPrintable(text: string): boolean {
  return !/[^\t\n\u0020-\u007E\u00A1-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u.test(
    text,
  );
}

/** Words that some reader takes for a boolean, null or a number. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|~|nan|inf)$/i;
const quantity = /^[0-9]+(?:\.[0-9]+)?(?:m|k|M|G|T|Ki|Mi|Gi|Ti|s|h|d|ms|%)$/;
const words = /^[A-Za-z_/][A-Za-z0-9_./@+=()$%;,:^ -]*$/;

function isPlain(text: string): boolean {
  if (text.length > 200) return false;
  if (quantity.test(text)) return true;
  return words.test(text) && !/[: ]$|: |  /.test(text) && !reserved.test(text);
}

function printNumber(value: number): string {
  const text = String(value);
  // Without a dot, YAML 1.1 reads 1e+21 as a string.
  return text.includes("e") && !text.includes(".") ? text.replace("e", ".0e") : text;
}
