import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programCacheFolder } from "./program-cache-folder.ts";
import { goCommand, goModuleFolder } from "./go-command.ts";
import { goToolchain, type GoRecipe } from "./go-recipes.ts";

/** Builds a program from its Go modules, or takes it from the cache. Returns its path. */
export function buildGoProgram(recipe: GoRecipe): string {
  const folder = join(
    programCacheFolder(),
    [recipe.name, recipe.version, goToolchain, ...mainDigest(recipe)].join("-"),
  );
  const program = join(folder, recipe.name);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const workFolder = mkdtempSync(join(tmpdir(), "altostrata-build-"));
  // Built next to its final place and renamed, so that an interrupted build leaves no partial program.
  const unfinished = `${program}.${process.pid}.tmp`;
  try {
    writeFileSync(join(workFolder, "go.mod"), goMod(recipe, workFolder));
    if (recipe.mainFile !== undefined) copyFileSync(recipe.mainFile, join(workFolder, "main.go"));
    const wanted = recipe.mainFile === undefined ? (recipe.package ?? recipe.module) : ".";
    const args = ["build", "-trimpath", ...linkFlags(recipe), "-o", unfinished, wanted];
    goCommand(workFolder, args, { GONOSUMDB: recipe.uncheckedModules ?? "" });
    renameSync(unfinished, program);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
    rmSync(unfinished, { force: true });
  }
  return program;
}

function mainDigest({ mainFile }: GoRecipe): string[] {
  if (mainFile === undefined) return [];
  return [createHash("sha256").update(readFileSync(mainFile)).digest("hex").slice(0, 8)];
}

function goMod(recipe: GoRecipe, workFolder: string): string {
  return [
    "module altostrata.dev/build",
    "",
    "go 1.24",
    "",
    `require ${recipe.module} ${recipe.version}`,
    "",
    ...replaces(recipe, workFolder),
    "",
  ].join("\n");
}

// Go ignores the replace lines of a dependency, so a program built from outside its repository needs a copy of them.
function replaces(recipe: GoRecipe, workFolder: string): string[] {
  writeFileSync(join(workFolder, "go.mod"), "module altostrata.dev/build\n");
  const upstream = readFileSync(
    join(goModuleFolder(recipe.module, recipe.version, workFolder), "go.mod"),
    "utf8",
  );
  const lines = upstream.matchAll(/^\s*(?:replace )?([^\s/]\S+(?: v\S+)?) => ([^\s.]\S+ v\S+)/gm);
  const carried = [...lines].map(([, from, to]) => `replace ${from} => ${to}`);
  return recipe.module === "k8s.io/kubernetes"
    ? [...carried, ...stagingReplaces(recipe, upstream)]
    : carried;
}

// Kubernetes' go.mod points its staging modules at folders; outside its repository they are published as v0.<minor>.<patch>.
function stagingReplaces(recipe: GoRecipe, upstream: string): string[] {
  const published = recipe.version.replace(/^v1\./, "v0.");
  const staged = new Set(
    [...upstream.matchAll(/^\s*(?:replace )?(\S+) => \.\/staging\//gm)].map((match) => match[1]),
  );
  // Newer versions use a go.work file instead of replaces and require v0.0.0.
  for (const match of upstream.matchAll(/^\s*(k8s\.io\/\S+) v0\.0\.0$/gm)) staged.add(match[1]);
  return [...staged].map((module) => `replace ${module} => ${module} ${published}`);
}

function linkFlags(recipe: GoRecipe): string[] {
  const variables = Object.entries(recipe.linkVariables ?? {}).map(
    ([name, value]) => `-X ${name}=${value}`,
  );
  return ["-ldflags", ["-s", "-w", ...variables].join(" ")];
}
