import { join } from "node:path";
import { buildBundle } from "./bundle/build-bundle.ts";
import { policiesFolder } from "./opa.ts";
import { staleFiles, writeGeneratedFiles } from "../generate/written-files.ts";

// Builds policies/bundle; --check only verifies that it is up to date and that two builds are equal.
const folder = join(policiesFolder, "bundle");
const stale = process.argv.includes("--check")
  ? await staleFiles(folder, await buildBundle(), { whole: true })
  : [];
const files = await buildBundle();
if (process.argv.includes("--check")) {
  const unequal = [...new Set([...stale, ...(await staleFiles(folder, files, { whole: true }))])];
  for (const name of unequal)
    console.error(`policies/bundle/${name} is outdated. Run npm run policies:build.`);
  process.exitCode = unequal.length > 0 ? 1 : 0;
  if (unequal.length === 0)
    console.log(
      `policies/bundle is up to date: ${files.get("policy.wasm")?.byteLength} bytes of compiled rules`,
    );
} else {
  await writeGeneratedFiles(folder, files, { whole: true });
  console.log(`policies/bundle: ${files.get("policy.wasm")?.byteLength} bytes of compiled rules`);
}
