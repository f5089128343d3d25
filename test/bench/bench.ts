import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { BenchFigures, ChangeFigures, EstateFigures, PeerFigures } from "./bench-page.ts";
import { commitChanges, usualChanges, type Change } from "./changed-estate.ts";
import { copyEstate, generateEstate } from "./generate-estate.ts";
import { judgeTime } from "./judge-time.ts";
import { measureInTurn, type Command } from "./measure.ts";
import { findPeers } from "./peers.ts";
import { renderEstate } from "./rendered-estate.ts";
import type { Steps } from "./tell-steps.ts";
import { estateDay } from "../estate-day.ts";

export interface BenchRequest {
  readonly repository: string;
  /** An empty folder for what is generated. */
  readonly folder: string;
  /** Numbers of environments to generate, the largest last. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly tell: (text: string) => void;
}

/** Measures the first estate, generated ones, changes of each, and the peers on the largest; takes minutes. */
export async function bench(request: BenchRequest): Promise<BenchFigures> {
  const { repository, folder, sizes, tell } = request;
  const peers = findPeers();
  const subjects = [firstEstate(folder), ...sizes.map((size) => generatedEstate(folder, size))];
  const estates: EstateFigures[] = [];
  for (const subject of subjects.slice(0, -1)) {
    tell(`measuring ${subject.name}`);
    estates.push(measureEstate(subject, [], request));
  }
  const largest = subjects[subjects.length - 1];
  if (!largest) throw new Error("there is always the first estate");
  tell(`measuring ${largest.name} and the peers with it`);
  const rendered = await renderEstate(largest.estate, join(folder, "rendered"), estateDay);
  const commands = peers.found.map((peer) => peer.command(rendered, join(folder, "peers")));
  const { others, ...figures } = measureEstate(largest, commands, request);
  return {
    estates: [...estates, figures],
    peers: others.flatMap((measured, index): PeerFigures[] => {
      const peer = peers.found[index];
      return peer ? [{ ...peer, ...measured }] : [];
    }),
    missing: peers.missing,
    judging: await judgeTime(repository, estateDay),
  };
}

interface Subject {
  readonly name: string;
  readonly estate: string;
  readonly changes: readonly Change[];
}

function firstEstate(folder: string): Subject {
  const estate = join(folder, "first");
  copyEstate(estate);
  return withChanges({ name: "the first estate", estate, changes: usualChanges("production") });
}

function generatedEstate(folder: string, size: number): Subject {
  const estate = join(folder, `estate-${size}`);
  generateEstate(estate, size);
  return withChanges({
    name: `${size} environments`,
    estate,
    changes: usualChanges("bench-001"),
  });
}

function withChanges(subject: Subject): Subject {
  commitChanges(subject.estate, subject.changes);
  return subject;
}

/** Measures what the tool does with an estate, in turn with other commands. */
function measureEstate(
  { name, estate, changes }: Subject,
  others: readonly Command[],
  { repository, rounds }: BenchRequest,
) {
  const alto = (...args: readonly string[]): Command => ({
    program: "npm",
    args: ["run", "--silent", "alto", "--", ...args, "--estate", estate, "--as-of", estateDay],
    cwd: repository,
  });
  const [validated, ...rest] = measureInTurn(
    [
      alto("validate"),
      ...changes.map(({ branch }) => ({
        ...alto("diff", "main", branch, "--format", "markdown"),
        says: /\*\*Changes what runs\*\*/,
      })),
      ...others,
    ],
    rounds,
  );
  if (!validated) throw new Error("nothing was measured");
  return {
    name,
    ...validated,
    ...fastestSteps(estate, rounds),
    changes: changes.flatMap(({ touches }, index): ChangeFigures[] => {
      const measured = rest[index];
      return measured ? [{ touches, ...measured }] : [];
    }),
    others: rest.slice(changes.length),
  };
}

/** The steps of the fastest of several runs, each in a process of its own. */
function fastestSteps(estate: string, rounds: number): Steps {
  const script = join(import.meta.dirname, "tell-steps.ts");
  const runs = Array.from({ length: rounds }, () => {
    const printed = execFileSync(process.execPath, [script, estate, estateDay], {
      encoding: "utf8",
    });
    return JSON.parse(printed) as Steps;
  });
  return runs.reduce((left, right) => (total(right) < total(left) ? right : left));
}

function total({ steps }: Steps): number {
  return Object.values(steps).reduce((sum, one) => sum + one, 0);
}
