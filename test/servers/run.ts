import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildGoProgram } from "@altostrata/maintain/programs/build-go-program.ts";
import { GoCommandError, goCommand } from "@altostrata/maintain/programs/go-command.ts";
import {
  apiServerRecipe,
  etcdRecipe,
  kubernetesVersions,
  registryRecipe,
} from "@altostrata/maintain/programs/go-recipes.ts";

// Builds the missing real servers, then runs the tests that need them. Exit 0: all passed; 1: a test failed; 2: a
// server could not be built.
try {
  // Checked first, because the definitions of add-ons come from Go modules even when the servers are built.
  goCommand(tmpdir(), ["version"]);
  const recipes = [
    etcdRecipe,
    registryRecipe,
    ...Object.keys(kubernetesVersions).map(apiServerRecipe),
  ];
  for (const recipe of recipes)
    console.log(`${recipe.name} ${recipe.version}: ${buildGoProgram(recipe)}`);
  process.exitCode = runTests();
} catch (error) {
  if (!(error instanceof GoCommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function runTests(): number {
  const require = createRequire(import.meta.url);
  const vitest = join(require.resolve("vitest/package.json"), "..", "vitest.mjs");
  const args = [
    vitest,
    "run",
    "--config",
    join(import.meta.dirname, "vitest.config.ts"),
    ...process.argv.slice(2),
  ];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}
