import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

const bin = join(import.meta.dirname, "../bin/alto.mjs");

/** Runs the real command in a folder, as a user would. */
export function runAlto(folder: string, args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder });
    let output = "";
    let errors = "";
    child.stdout.on("data", (part: Buffer) => (output += part.toString()));
    child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
    child.on("close", (exitCode) => resolve({ exitCode, output, errors }));
    child.stdin.end(input);
  });
}
