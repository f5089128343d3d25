import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  cachedSteps,
  compareBoth,
  folderOnDisk,
  loadPolicies,
  openEstate,
  workTreeReader,
  type Comparison,
} from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInComparison } from "@altostrata/topology";
import { overlayReader } from "../../cli/files/overlay-reader.ts";
import { estateDay } from "../estate/estate-day.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** The edits of the example pull request: a burst worker serves in normal operation, with one more gateway. */
const edits: readonly { readonly file: string; readonly from: string; readonly to: string }[] = [
  {
    file: "environments/production/apim/system.yaml",
    from: "aws-frankfurt: 3 }",
    to: "aws-frankfurt: 3, gcp-belgium: 2 }",
  },
  { file: "environments/production/apim/system.yaml", from: "  burst: {", to: "  # burst: {" },
  { file: "environments/production/apim/workers/gcp-belgium.yaml", from: "min: 1", to: "min: 2" },
];

/** The comparison for docs/examples: the estate without and with these edits. */
export async function exampleChange(): Promise<Comparison> {
  const policies = await loadPolicies(folderOnDisk(`${repository}policies`));
  const reader = workTreeReader(repository);
  const shared = { policies, asOf: estateDay };
  const steps = cachedSteps();
  const estates = {
    base: await openEstate({ ...shared, reader }, steps),
    head: await openEstate({ ...shared, reader: overlayReader(reader, edited()) }, steps),
  };
  const request = {
    names: { base: { label: "main" }, head: { label: "belgium-serves" } },
    // The example holds no secret; a key that everybody knows keeps its bytes the same.
    redactionKey: Buffer.alloc(32),
    lockIn: lockInComparison,
    describe: describeDiagnostic,
  };
  return await compareBoth(estates, request, steps);
}

/** The edited texts by file. */
function edited(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { file, from, to } of edits) {
    const text = texts.get(file) ?? readFileSync(`${repository}${file}`, "utf8");
    if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`);
    texts.set(file, text.replace(from, to));
  }
  return texts;
}
