import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { folderOnDisk } from "../../pipeline/load/folder-on-disk.ts";
import { compiledSources, sourceDigest } from "../../pipeline/policy/bundle/source-digest.ts";
import { opaVersion, policiesFolder } from "./opa.ts";

/** Rego files below `policies`, sorted: the compiled ones, and all of them with tests and test helpers. */
export async function regoFiles(): Promise<{ compiled: string[]; all: string[] }> {
  const all = (await Promise.all(["lib", "rules"].map((folder) => list(folder))))
    .flat()
    .filter((path) => path.endsWith(".rego"))
    .sort();
  return { compiled: await compiledSources(folderOnDisk(policiesFolder)), all };
}

/** Files of examples below `policies/rules`, one for each rule, sorted. */
export async function exampleFiles(): Promise<string[]> {
  return (await list("rules")).filter((path) => path.endsWith("/examples.yaml")).sort();
}

/** The sha256 of everything that determines the bundle. */
export function sourcesDigest(): Promise<string> {
  return sourceDigest(folderOnDisk(policiesFolder), opaVersion);
}

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(join(policiesFolder, folder), { recursive: true });
  return entries.map((entry) => `${folder}/${entry.replaceAll("\\", "/")}`);
}
