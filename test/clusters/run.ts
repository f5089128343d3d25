import { addonDefinitions } from "./addons/addon-definitions.ts";
import { databaseOperators } from "./addons/database-operators.ts";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildGoProgram } from "@altostrata/maintain/programs/build-go-program.ts";
import { GoCommandError } from "@altostrata/maintain/programs/go-command.ts";
import { buildImage } from "./images/build-image.ts";
import { allImages } from "./images/image-recipes.ts";
import { objectStoreRecipe } from "./machine/addon-recipes.ts";
import { clusterRecipes } from "./machine/cluster-recipes.ts";
import { missingParts } from "./machine/missing-parts.ts";
import { closeRunFolder, openRunFolder } from "./machine/run-folder.ts";
import { runIsolated } from "./machine/run-isolated.ts";
import { printEvent, readTimeline, runVariables } from "./timeline.ts";
import { writePage } from "./write-page.ts";

// Prepares this machine, then runs the tests on real clusters.
// Exit 0: all passed; 1: a test failed; 2: something is missing here, which is a failure (1) in CI.
const minors = ["1.35"];
const filters = process.argv.slice(2).filter((argument) => argument !== "--write");
const writes = process.argv.includes("--write");
try {
  const missing = missingParts();
  if (missing.length > 0)
    throw new GoCommandError(
      `Clusters cannot run on this machine. It lacks:\n${missing.map((part) => `- ${part}\n`).join("")}`,
    );
  prepareParts();
  process.exitCode = await runTests();
} catch (error) {
  if (!(error instanceof GoCommandError)) throw error;
  console.error(error.message);
  process.exitCode = process.env["CI"] === "true" ? 1 : 2;
}

function prepareParts(): void {
  const begin = Date.now();
  for (const recipe of [...clusterRecipes(minors), objectStoreRecipe]) buildGoProgram(recipe);
  for (const recipe of allImages()) buildImage(recipe);
  // The run has no way out to fetch these modules itself.
  addonDefinitions();
  databaseOperators({ operator: "", plugin: "" });
  console.log(`Programs and images are ready after ${Math.round((Date.now() - begin) / 1000)} s`);
}

async function runTests(): Promise<number> {
  const require = createRequire(import.meta.url);
  const vitest = join(require.resolve("vitest/package.json"), "..", "vitest.mjs");
  const config = join(import.meta.dirname, "vitest.config.ts");
  const command = [process.execPath, vitest, "run", "--config", config, ...filters];
  const folder = await openRunFolder();
  try {
    const exitCode = await runIsolated(command, runVariables(folder));
    const events = readTimeline(folder);
    console.log(["Timeline:", ...events.map(printEvent)].join("\n"));
    if (exitCode === 0 && writes) writePage(events);
    return exitCode;
  } finally {
    await closeRunFolder(folder);
  }
}
