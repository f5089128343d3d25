import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printEvent, type Event } from "./timeline.ts";

const page = join(import.meta.dirname, "../../docs/clusters.md");
const [begin, end] = ["<!-- timeline -->", "<!-- end of timeline -->"];

/** Replaces the timeline in the page about clusters by that of a run. */
export function writePage(events: readonly Event[]): void {
  const text = readFileSync(page, "utf8");
  const [head = "", rest = ""] = text.split(begin);
  const [, tail = ""] = rest.split(end);
  const timeline = ["```text", ...events.map(printEvent), "```"].join("\n");
  writeFileSync(page, `${head}${begin}\n\n${timeline}\n\n${end}${tail}`);
}
