import type { Inline, Node, ProblemNode } from "./node.ts";

/** A number with its noun: `1 object`, `2 objects`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The first `most` names as code, and how many more there are. */
export function codeList(names: readonly string[], most: number): readonly Inline[] {
  const shown = names
    .slice(0, most)
    .flatMap((name, index): Inline[] => [index === 0 ? "" : ", ", { code: name }]);
  return [...shown.slice(1), ...(names.length > most ? [` and ${names.length - most} more`] : [])];
}

/** A list of at most `most` items that refers to the report for the others. */
export function shortList(items: readonly (readonly Inline[])[], most: number): Node {
  const left = items.length - most;
  return {
    kind: "list",
    items: [...items.slice(0, most), ...(left > 0 ? [[`${left} more in the report`]] : [])],
  };
}

/** A problem in one line. */
export function problemLine({ code, level, at, what }: ProblemNode): readonly Inline[] {
  return [
    { strong: code },
    `${level === "" ? "" : ` (${level})`} `,
    { code: at },
    " ",
    { message: what },
  ];
}

/** A message as text and code. */
export function messageParts(message: string): readonly (string | { readonly code: string })[] {
  return message
    .split(/`([^`]+)`/)
    .map((text, index) => (index % 2 === 1 ? { code: text } : text))
    .filter((part) => part !== "");
}

/** The plain text of a line. */
export function plainText(text: readonly Inline[]): string {
  return text
    .map((part) => (typeof part === "string" ? part : (Object.values(part)[0] as string)))
    .join("");
}
