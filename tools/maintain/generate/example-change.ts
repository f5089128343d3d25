import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  compareRuns,
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type Comparison,
} from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInChange } from "@altostrata/topology";
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
  const base = await run({ reader, policies, asOf: estateDay });
  const head = await run({ reader: overlayReader(reader, edited()), policies, asOf: estateDay });
  return compareRuns({
    base: { result: base, label: "main" },
    head: { result: head, label: "belgium-serves" },
    // The example has no secret, and a public key keeps its bytes stable.
    redactionKey: Buffer.alloc(32),
    lockIn: lockInChange(base, head),
    diagnostics: head.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      ...describeDiagnostic(diagnostic),
      at: { ...diagnostic.at },
    })),
  });
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
