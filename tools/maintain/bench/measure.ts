import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A program with its arguments and working folder. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Environment variables in addition to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs before each run and is not measured. */
  readonly before?: () => void;
  /** The accepted exit codes; only 0 by default. */
  readonly accepts?: readonly number[];
  /** Matches the output lines that prove the work was done. */
  readonly expects?: RegExp;
}

/** The measurements of a command over several runs. */
export interface Measured {
  /** Wall time of the fastest run in seconds; noise only adds time. */
  readonly best: number;
  readonly median: number;
  /** Processor time of the command and its children in seconds; the minimum of all runs. */
  readonly processor: number;
  /** Peak resident memory in MiB; only for Node programs. */
  readonly memory?: number;
  /** The matching output lines. */
  readonly matches: readonly string[];
}

type Run = Omit<Measured, "best" | "median"> & { readonly seconds: number };

const preload = fileURLToPath(new URL("print-peak-memory.mjs", import.meta.url));

/**
 * Runs all commands in turn for several rounds, so that a temporary load affects each of them. Throws with the output
 * of a failed command.
 */
export function measureInTurn(commands: readonly Command[], rounds: number): readonly Measured[] {
  const runs = Array.from({ length: rounds }, () => commands.map((command) => runOnce(command)));
  return commands.map((_, index) => summary(runs.flatMap((round) => round[index] ?? [])));
}

function summary(runs: readonly Run[]): Measured {
  const seconds = runs.map((run) => run.seconds).sort((left, right) => left - right);
  const memory = Math.max(...runs.map((run) => run.memory ?? 0));
  return {
    best: seconds[0] ?? 0,
    median: seconds[Math.floor(seconds.length / 2)] ?? 0,
    processor: Math.min(...runs.map(({ processor }) => processor)),
    matches: runs[0]?.matches ?? [],
    ...(memory > 0 ? { memory } : {}),
  };
}

/** The shell measures, because Node does not report the processor time of grandchildren. */
const timed = `TIMEFORMAT='%R %U %S'; time "$@"`;

function runOnce({ program, args, cwd, env = {}, before, accepts = [0], expects }: Command): Run {
  before?.();
  const memoryFile = join(tmpdir(), `altostrata-peak-${process.pid}`);
  const { status, stdout, stderr, error } = spawnSync("bash", ["-c", timed, "", program, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: {
      ...process.env,
      ...env,
      NODE_OPTIONS: `--import=${preload}`,
      PEAK_MEMORY_FILE: memoryFile,
    },
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
    encoding: "utf8",
  });
  if (error) throw error;
  const matches = expects ? stdout.split("\n").filter((line) => expects.test(line)) : [];
  if (!accepts.includes(status ?? -1) || (expects && matches.length === 0)) {
    const end = `${stdout}${stderr}`.slice(-2000);
    throw new Error(`${program} ${args.slice(0, 6).join(" ")} ended with ${status}: ${end}`);
  }
  const [seconds = 0, user = 0, system = 0] = (stderr.trimEnd().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  const memory = readMemory(memoryFile);
  const run = { seconds, processor: user + system, matches };
  return memory === undefined ? run : { ...run, memory };
}

function readMemory(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}
