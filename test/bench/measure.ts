import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A program with its arguments, and where it runs. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Exit codes that mean the work was done; 0 alone when absent. */
  readonly accepts?: readonly number[];
}

/** What a command took, over several runs. */
export interface Measured {
  /** Wall time in seconds of the fastest run; noise only ever adds. */
  readonly best: number;
  readonly median: number;
  /** Peak resident memory in MiB; for Node programs only. */
  readonly memory?: number;
}

const preload = fileURLToPath(new URL("tell-peak-memory.mjs", import.meta.url));

/** Runs a command several times. Throws with what it said when it fails. */
export function measure(command: Command, times: number): Measured {
  const runs = Array.from({ length: times }, () => runOnce(command));
  const seconds = runs.map((run) => run.seconds).sort((left, right) => left - right);
  const memory = Math.max(...runs.map((run) => run.memory ?? 0));
  return {
    best: seconds[0] ?? 0,
    median: seconds[Math.floor(seconds.length / 2)] ?? 0,
    ...(memory > 0 ? { memory } : {}),
  };
}

function runOnce({ program, args, cwd, accepts = [0] }: Command): {
  seconds: number;
  memory?: number;
} {
  const memoryFile = join(tmpdir(), `altostrata-peak-${process.pid}`);
  const started = performance.now();
  const { status, stderr, error } = spawnSync(program, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, NODE_OPTIONS: `--import=${preload}`, PEAK_MEMORY_FILE: memoryFile },
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (error) throw error;
  if (!accepts.includes(status ?? -1)) {
    throw new Error(`${program} ended with ${status}: ${stderr.toString("utf8").slice(0, 2000)}`);
  }
  const memory = readMemory(memoryFile);
  return memory === undefined ? { seconds } : { seconds, memory };
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
