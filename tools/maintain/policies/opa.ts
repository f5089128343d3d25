import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildGoProgram } from "../programs/build-go-program.ts";
import { toolRecipes } from "../programs/go-recipes.ts";

/** The folder of the rules, where opa runs unless told otherwise. */
export const policiesFolder = fileURLToPath(new URL("../../../policies", import.meta.url));

/** The version that builds the bundle; another one would give other bytes. */
export const opaVersion = "1.22.2";

/** What opa prints for these arguments; throws with what it said when it fails. `OPA` names a program to use instead of ours. */
export function runOpa(args: readonly string[], cwd = policiesFolder): string {
  const { status, stdout, stderr, error } = spawnSync(opaProgram(), args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new OpaError(args[0] ?? "", stdout, stderr);
  return stdout;
}

/** opa ended with a failure; `output` is what it printed before. */
export class OpaError extends Error {
  override readonly name = "RefusedByOpa";
  readonly output: string;

  constructor(command: string, output: string, complaint: string) {
    super(`opa ${command} failed:\n${output}${complaint}`);
    this.output = output;
  }
}

let program: string | undefined;

function opaProgram(): string {
  program ??= process.env["OPA"] ?? buildGoProgram(toolRecipes["opa"]!);
  return program;
}
