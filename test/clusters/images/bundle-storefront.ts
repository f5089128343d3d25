import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { programCacheFolder } from "@altostrata/maintain/programs/program-cache-folder.ts";
import { output } from "../machine/start-machine.ts";
import { folderDigest } from "./folder-digest.ts";

const source = join(import.meta.dirname, "../storefront");

/** Bundles the shop with its libraries into one file and returns the file's folder. */
export function bundleStorefront(): string {
  const cache = join(programCacheFolder(), "storefront");
  const digest = folderDigest(join(source, "src")) + folderDigest(join(source, "package.json"));
  const folder = join(cache, digest.slice(0, 8) + digest.slice(64, 72));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = `${folder}.${process.pid}.tmp`;
  const packageFile = createRequire(import.meta.url).resolve("rolldown/package.json");
  const program = join(dirname(packageFile), "bin", "cli.mjs");
  const options = ["--platform", "node", "--format", "esm", "--dir", unfinished];
  try {
    output(process.execPath, [program, join(source, "src", "serve.ts"), ...options]);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
