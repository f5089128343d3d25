import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { opaVersion, policiesFolder } from "./opa.ts";

/** Rego files below `policies`, sorted: those that are compiled, and all of them with tests and helpers of tests. */
export async function regoFiles(): Promise<{ compiled: string[]; all: string[] }> {
  const all = (await Promise.all(["lib", "rules"].map((folder) => list(folder))))
    .flat()
    .filter((path) => path.endsWith(".rego"))
    .sort();
  const compiled = all.filter(
    (path) => !path.endsWith("_test.rego") && path !== "lib/testing.rego",
  );
  return { compiled, all };
}

/** Examples below `policies/rules`, sorted. */
export async function exampleFiles(): Promise<string[]> {
  return (await list("rules"))
    .filter((path) => /\/examples\/(pass|fail)\.[^/]+\.yaml$/.test(path))
    .sort();
}

/** sha256 over everything that decides the bundle's bytes. */
export async function sourceDigest(): Promise<string> {
  const hash = createHash("sha256").update(`opa ${opaVersion}\n`);
  for (const path of ["capabilities.json", ...(await regoFiles()).compiled]) {
    const content = await readFile(join(policiesFolder, path));
    hash.update(`${path} ${content.byteLength}\n`).update(content);
  }
  return hash.digest("hex");
}

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(join(policiesFolder, folder), { recursive: true });
  return entries.map((entry) => `${folder}/${entry.replaceAll("\\", "/")}`);
}
