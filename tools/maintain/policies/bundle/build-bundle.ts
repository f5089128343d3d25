import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { collectRules } from "./collect-rules.ts";
import { writeMainModule } from "./main-module.ts";
import { opaVersion, policiesFolder, runOpa } from "../opa.ts";
import { regoFiles, sourcesDigest } from "../policy-files.ts";
import { untar } from "./untar.ts";

/**
 * The files of `policies/bundle` by name, built from all rules or only from the folder `only`. Equal rules give equal
 * bytes.
 */
export async function buildBundle(only?: string): Promise<ReadonlyMap<string, Buffer>> {
  requireVersion();
  const folder = await mkdtemp(join(tmpdir(), "policy-bundle-"));
  try {
    return await buildIn(folder, only);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Uses a copy with relative paths, because the source names become part of the compiled module. */
async function buildIn(folder: string, only?: string): Promise<ReadonlyMap<string, Buffer>> {
  const compiled = (await regoFiles()).compiled.filter(
    (path) => only === undefined || path.startsWith("lib/") || path.startsWith(`rules/${only}/`),
  );
  for (const path of ["capabilities.json", ...compiled]) {
    await cp(join(policiesFolder, path), join(folder, path));
  }
  const ruleFiles = compiled.filter((path) => path.startsWith("rules/"));
  const inspection = runOpa(["inspect", "--annotations", "--format", "json", "rules"], folder);
  const rules = collectRules(JSON.parse(inspection), ruleFiles);
  await mkdir(join(folder, "bundle"));
  await writeMainModule(join(folder, "bundle"), rules);
  const wasm = await compile(folder, ["bundle/main.rego", ...compiled]);
  const rulesJson = Buffer.from(`${JSON.stringify(rules, undefined, 2)}\n`);
  const digests = {
    format: "altostrata.dev/policy-bundle/v1",
    opa: opaVersion,
    files: { "policy.wasm": sha256(wasm), "rules.json": sha256(rulesJson) },
    sources: await sourcesDigest(),
  };
  return new Map([
    ["digests.json", Buffer.from(`${JSON.stringify(digests, undefined, 2)}\n`)],
    ["policy.wasm", wasm],
    ["rules.json", rulesJson],
  ]);
}

function requireVersion(): void {
  const version = /^Version: (.*)$/m.exec(runOpa(["version"]))?.[1];
  if (version !== opaVersion)
    throw new Error(`opa is ${version}, and the bundle needs ${opaVersion}`);
}

async function compile(folder: string, sources: readonly string[]): Promise<Buffer> {
  const capabilities = ["--capabilities", "capabilities.json"];
  runOpa(["check", "--strict", ...capabilities, ...sources], folder);
  // Without -O: optimising loses findings and differs between runs.
  const target = [
    "--target",
    "wasm",
    "--entrypoint",
    "altostrata/main/report",
    "--output",
    "bundle.tar.gz",
  ];
  runOpa(["build", ...target, ...capabilities, ...sources], folder);
  const wasm = untar(gunzipSync(await readFile(join(folder, "bundle.tar.gz")))).get("/policy.wasm");
  if (!wasm) throw new Error("opa built no policy.wasm");
  return wasm;
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
