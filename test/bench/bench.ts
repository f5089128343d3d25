import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { BenchFigures, EstateFigures } from "./bench-page.ts";
import { generateEstate } from "./generate-estate.ts";
import { judgeTime } from "./judge-time.ts";
import { measureInTurn, type Command } from "./measure.ts";
import { findPeers } from "./peers.ts";
import { renderEstate } from "./rendered-estate.ts";
import type { Steps } from "./tell-steps.ts";

export interface BenchRequest {
  readonly repository: string;
  /** An empty folder for what is generated. */
  readonly folder: string;
  /** Numbers of environments to generate, the largest last. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly tell: (text: string) => void;
}

/** The day as of which everything is judged, so that a later bench does the same work. */
const asOf = "2026-11-24";

/** Measures the first estate, generated ones, and the peers on the largest; takes minutes. */
export async function bench(request: BenchRequest): Promise<BenchFigures> {
  const { repository, folder, sizes, rounds, tell } = request;
  const estates: EstateFigures[] = [];
  const smaller = sizes.slice(0, -1).map((size) => generated(folder, size));
  for (const { name, estate } of [{ name: "the first estate", estate: repository }, ...smaller]) {
    tell(`measuring ${name}`);
    const [measured] = measureInTurn([validate(repository, estate)], rounds * 2);
    if (measured) estates.push({ name, ...measured, ...fastestSteps(estate, rounds) });
  }
  const { name, estate } = generated(folder, sizes.at(-1) ?? 1);
  tell(`measuring ${name} and its peers`);
  const rendered = await renderEstate(estate, join(folder, "rendered"), asOf);
  const { found, missing } = findPeers();
  const [ours, ...theirs] = measureInTurn(
    [
      validate(repository, estate),
      ...found.map((peer) => peer.command(rendered, join(folder, "peers"))),
    ],
    rounds,
  );
  if (ours) estates.push({ name, ...ours, ...fastestSteps(estate, rounds) });
  const peers = theirs.flatMap((measured, index) => {
    const peer = found[index];
    return peer ? [{ ...peer, ...measured }] : [];
  });
  return { estates, peers, missing, judging: await judgeTime(repository, asOf) };
}

function generated(folder: string, size: number): { name: string; estate: string } {
  const estate = join(folder, `estate-${size}`);
  generateEstate(estate, size);
  return { name: `${size} environments`, estate };
}

/** The user's own command, npm's start included. */
function validate(repository: string, estate: string): Command {
  const args = ["run", "--silent", "validate", "--", "--estate", estate, "--as-of", asOf];
  return { program: "npm", args, cwd: repository };
}

/** The steps of the fastest of several runs, each in a process of its own. */
function fastestSteps(estate: string, rounds: number): Steps {
  const script = join(import.meta.dirname, "tell-steps.ts");
  const runs = Array.from({ length: rounds }, () => {
    const printed = execFileSync(process.execPath, [script, estate, asOf], { encoding: "utf8" });
    return JSON.parse(printed) as Steps;
  });
  return runs.reduce((left, right) => (total(right) < total(left) ? right : left));
}

function total({ steps }: Steps): number {
  return Object.values(steps).reduce((sum, one) => sum + one, 0);
}
