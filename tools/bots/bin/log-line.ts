import { escapeText } from "@altostrata/report";

/** Writes a line to the log of a workflow. A name of the estate may hold anything, and a line of its own could be a command to the runner. */
export function logLine(text: string): void {
  process.stdout.write(`${escapeText(text)}\n`);
}
