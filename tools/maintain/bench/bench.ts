import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type {
  BenchFigures,
  ChangeFigures,
  EstateFigures,
  PeerFigures,
  WideFigures,
} from "./bench-page.ts";
import { commitChanges, usualChanges, type BenchChange } from "./changed-estate.ts";
import { copyEstate, generateEstate } from "./generate-estate.ts";
import { ruleTime } from "./rule-time.ts";
import { measureInTurn, type Command } from "./measure.ts";
import { findPeers } from "./peers.ts";
import { renderEstate } from "./rendered-estate.ts";
import type { Steps } from "./print-steps.ts";
import { estateDay } from "../estate/estate-day.ts";

export interface BenchRequest {
  readonly repository: string;
  /** An empty folder for generated files. */
  readonly folder: string;
  /** The numbers of environments to generate, ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** The number of environments of one more estate, measured once with a change of all of them. */
  readonly widest?: number;
  readonly log: (text: string) => void;
}

/** Measures the first estate, generated ones, changes of each, and the peers on the largest. Takes minutes. */
export async function bench(request: BenchRequest): Promise<BenchFigures> {
  const { repository, folder, sizes, log } = request;
  const peers = findPeers();
  const subjects = [firstEstate(folder), ...sizes.map((size) => generatedEstate(folder, size))];
  const estates: EstateFigures[] = [];
  for (const subject of subjects.slice(0, -1)) {
    log(`measuring ${subject.name}`);
    estates.push(measureEstate(subject, [], request));
  }
  const largest = subjects[subjects.length - 1];
  if (!largest) throw new Error("no estate to measure");
  log(`measuring ${largest.name} and the peers with it`);
  const rendered = await renderEstate(largest.estate, join(folder, "rendered"), estateDay);
  const commands = peers.found.map((peer) => peer.command(rendered, join(folder, "peers")));
  const { others, ...figures } = measureEstate(largest, commands, request);
  const wide = request.widest === undefined ? undefined : measureWidest(request.widest, request);
  return {
    estates: [...estates, figures],
    ...(wide ? { wide } : {}),
    peers: others.flatMap((measured, index): PeerFigures[] => {
      const peer = peers.found[index];
      return peer ? [{ ...peer, ...measured }] : [];
    }),
    missing: peers.missing,
    evaluation: await ruleTime(repository, estateDay),
  };
}

interface Subject {
  readonly name: string;
  readonly estate: string;
  readonly changes: readonly BenchChange[];
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

/** Measures the tool on an estate, interleaved with other commands. */
function measureEstate(
  { name, estate, changes }: Subject,
  others: readonly Command[],
  { repository, rounds }: BenchRequest,
) {
  const alto = altoOf(repository, estate);
  const compare = ({ branch }: BenchChange, ...args: readonly string[]): Command => ({
    ...alto("diff", "main", branch, "--format", "markdown", ...args),
    expects: /manifests on \d+ targets/,
    // A refused change was compared too.
    accepts: [0, 1],
  });
  const compared = changes.map((change) => ({
    touches: change.touches,
    command: compare(change, "--no-cache"),
  }));
  const [first] = changes;
  if (first) {
    const command = { ...compare(first), ...keptRuns(estate, alto("validate")) };
    compared.splice(1, 0, { touches: `${first.touches}, after a run over main`, command });
  }
  const [validated, ...rest] = measureInTurn(
    [alto("validate", "--no-cache"), ...compared.map(({ command }) => command), ...others],
    rounds,
  );
  if (!validated) throw new Error("nothing was measured");
  return {
    name,
    ...validated,
    ...fastestSteps(estate, rounds),
    changes: compared.flatMap(({ touches }, index): ChangeFigures[] => {
      const measured = rest[index];
      return measured ? [{ touches, ...measured }] : [];
    }),
    others: rest.slice(compared.length),
  };
}

function altoOf(repository: string, estate: string) {
  return (...args: readonly string[]): Command => ({
    program: "npm",
    args: ["run", "--silent", "alto", "--", ...args, "--estate", estate, "--as-of", estateDay],
    cwd: repository,
  });
}

/** Gives a command the run cache of a run over the main branch, without entries of the command's own earlier runs. */
function keptRuns(estate: string, fill: Command): Pick<Command, "env" | "before"> {
  const [full, cache] = [`${estate}-kept`, `${estate}-cache`];
  const inFolder = (folder: string) => ({ CI: "", XDG_CACHE_HOME: folder });
  measureInTurn([{ ...fill, env: inFolder(full) }], 1);
  return {
    env: inFolder(cache),
    before: () => {
      rmSync(cache, { recursive: true, force: true });
      cpSync(full, cache, { recursive: true });
    },
  };
}

/** Measures one comparison in which all of `size` environments change. */
function measureWidest(size: number, { repository, folder, log }: BenchRequest): WideFigures {
  log(`measuring a change of ${size} environments`);
  const alto = altoOf(repository, generatedEstate(folder, size).estate);
  const command = alto("diff", "main", "all", "--no-cache", "--format", "markdown");
  const [measured] = measureInTurn([{ ...command, accepts: [0, 1] }], 1);
  if (!measured) throw new Error("nothing was measured");
  return { environments: size, ...measured };
}

/** The steps of the fastest of several runs, each in its own process. */
function fastestSteps(estate: string, rounds: number): Steps {
  const script = join(import.meta.dirname, "print-steps.ts");
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
