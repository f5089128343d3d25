import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildGoProgram } from "../programs/build-go-program.ts";
import { toolRecipes } from "../programs/go-recipes.ts";

/** The folder of the rules, the default working folder of opa. */
export const policiesFolder = fileURLToPath(new URL("../../../policies", import.meta.url));

/** The version that builds the bundle. Another version would give other bytes. */
export const opaVersion = "1.22.2";

/**
 * The output of opa for these arguments. Throws OpaError when it fails. The variable `OPA` replaces the built program.
 */
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

/** opa failed; `output` is its standard output. */
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
