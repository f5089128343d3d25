import { escapeText } from "@altostrata/report";

/** Writes a line to the log of a workflow, escaped: a name with a line break could give the runner a command. */
export function logLine(text: string): void {
  process.stdout.write(`${escapeText(text)}\n`);
}
