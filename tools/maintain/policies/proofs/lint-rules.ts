import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildGoProgram } from "../../programs/build-go-program.ts";
import { toolRecipes } from "../../programs/go-recipes.ts";
import { policiesFolder } from "../opa.ts";
import { regoFiles } from "../policy-files.ts";
import { withoutTemplateStrings } from "./without-template-strings.ts";

interface Violation {
  readonly title: string;
  readonly description: string;
  readonly location: { readonly file: string; readonly row: number };
}

/** The complaints of regal about the Rego files, configured in `policies/.regal/config.yaml`, one sentence each. */
export async function lintRules(): Promise<string[]> {
  // The newest regal that builds here does not parse template strings, so it reads an equivalent copy without them.
  const copy = mkdtempSync(join(tmpdir(), "altostrata-regal-"));
  try {
    for (const part of ["lib", "rules", ".regal"])
      cpSync(join(policiesFolder, part), join(copy, part), { recursive: true });
    for (const file of (await regoFiles()).all) {
      const path = join(copy, file);
      writeFileSync(path, withoutTemplateStrings(readFileSync(path, "utf8")));
    }
    return violations(copy).map(
      ({ title, description, location: { file, row } }) =>
        `regal, ${title}: policies/${file} line ${row}: ${description}`,
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function violations(folder: string): readonly Violation[] {
  const regal = buildGoProgram(toolRecipes["regal"]!);
  const { status, stdout, stderr } = spawnSync(regal, ["lint", "--format", "json", "."], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const answer = status === 0 || status === 3 ? (JSON.parse(stdout) as unknown) : undefined;
  if (typeof answer !== "object" || answer === null || !("violations" in answer))
    throw new Error(`regal failed:\n${stdout}${stderr}`);
  return answer.violations as readonly Violation[];
}
