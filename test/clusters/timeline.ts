import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One event of a run. */
export interface Event {
  /** Seconds since the run began. */
  readonly second: number;
  readonly text: string;
}

/** Variables that hand the run's folder and its beginning to the tests. */
const folderVariable = "ALTOSTRATA_CLUSTERS_FOLDER";
const beginVariable = "ALTOSTRATA_CLUSTERS_BEGIN";

/** The variables of a run that begins now. */
export function runVariables(folder: string): Record<string, string> {
  return { [folderVariable]: folder, [beginVariable]: String(Date.now()) };
}

/** The folder of the run that this process belongs to. */
export function runFolder(): string {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error("Run these tests by npm run test:clusters.");
  return folder;
}

/** Adds an event to the run's timeline and prints it. */
export function record(text: string): void {
  const second = (Date.now() - Number(process.env[beginVariable])) / 1000;
  process.stdout.write(`${printEvent({ second, text })}\n`);
  appendFileSync(timelineFile(runFolder()), `${JSON.stringify({ second, text })}\n`);
}

/** The events of a run so far, from first to last. */
export function readTimeline(folder: string): Event[] {
  const file = timelineFile(folder);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Event);
}

export function printEvent({ second, text }: Event): string {
  return `${second.toFixed(1).padStart(6)} s  ${text}`;
}

function timelineFile(folder: string): string {
  return join(folder, "timeline.jsonl");
}
