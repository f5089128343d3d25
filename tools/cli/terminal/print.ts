import { escapeText } from "@altostrata/report/escape-text";

const escapeCharacter = "\u001B";

/** Line breaks, tabs and the colours that `painter` of tools/report writes. */
const allowedInReports = new RegExp(`(\\n|\\t|${escapeCharacter}\\[(?:1|2|22|31|32|33|36|39)m)`);

/** Prints text for people on standard output. Names from the estate cannot control the terminal. */
export function print(text: string): void {
  process.stdout.write(escapeReport(text));
}

/** Prints lines on standard output. A line break inside one is escaped too. */
export function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${escapeText(line)}\n`).join(""));
}

/** Prints a message on standard error, without colours. */
export function printError(text: string): void {
  process.stderr.write(escapeMessage(text));
}

/** Prints data for other programs: exact bytes into a pipe or file, escaped on a terminal. */
export function printData(text: string): void {
  process.stdout.write(process.stdout.isTTY ? escapeControls(text) : text);
}

/** Keeps line breaks, tabs and the colours of our painter; shows every other unsafe character as an escape. */
export function escapeReport(text: string): string {
  return escapeBetween(text, allowedInReports);
}

/** Keeps line breaks and tabs; shows every other unsafe character as an escape. */
export function escapeMessage(text: string): string {
  return escapeBetween(text, /(\n|\t)/);
}

/** Shows control characters as escapes that JSON strings allow too. */
export function escapeControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, escapeText);
}

/** `split` with one group puts the matches at the odd positions. */
function escapeBetween(text: string, kept: RegExp): string {
  return text
    .split(kept)
    .map((part, index) => (index % 2 === 0 ? escapeText(part) : part))
    .join("");
}
