import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

const bin = join(import.meta.dirname, "../bin/alto.mjs");

/** Runs the real command in a folder, as a user would, but for what earlier runs kept: that is in `cache`, or nowhere. */
export function runAlto(
  folder: string,
  args: readonly string[],
  { input = "", cache }: { input?: string; cache?: string } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const kept = cache === undefined ? { CI: "true" } : { CI: "", XDG_CACHE_HOME: cache };
    const env = { ...process.env, ...kept };
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env });
    let output = "";
    let errors = "";
    child.stdout.on("data", (part: Buffer) => (output += part.toString()));
    child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
    child.on("close", (exitCode) => resolve({ exitCode, output, errors }));
    child.stdin.end(input);
  });
}
