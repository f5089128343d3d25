import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

const bin = join(import.meta.dirname, "../bin/alto.mjs");

/** Runs the real command in a folder, as a user would. Uses the run cache only when `cache` is set. */
export function runAlto(
  folder: string,
  args: readonly string[],
  { input = "", cache }: { input?: string; cache?: string } = {},
): Promise<Outcome> {
  return runProgram([process.execPath, bin, ...args], { folder, input, cache });
}

/** Runs a line of bash, in which `alto` calls the real command. */
export function runShell(folder: string, line: string): Promise<Outcome> {
  const script = `alto() { "${process.execPath}" "${bin}" "$@"; }\n${line}`;
  return runProgram(["bash", "-c", script], { folder });
}

interface Program {
  readonly folder: string;
  readonly input?: string;
  readonly cache?: string | undefined;
}

function runProgram(
  [program = "", ...args]: readonly string[],
  { folder, input = "", cache }: Program,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const kept = cache === undefined ? { CI: "true" } : { CI: "", XDG_CACHE_HOME: cache };
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...kept } });
    let output = "";
    let errors = "";
    child.stdout.on("data", (part: Buffer) => (output += part.toString()));
    child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
    child.on("close", (exitCode) => resolve({ exitCode, output, errors }));
    child.stdin.end(input);
  });
}
