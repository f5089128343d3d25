import { fileURLToPath } from "node:url";
import {
  compareRuns,
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type Comparison,
  type EstateReader,
} from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInChange } from "@altostrata/topology";
import { estateDay } from "../estate-day.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** What the example's pull request edits: a burst worker serves in normal operation, with one more gateway. */
const edits: readonly { readonly file: string; readonly from: string; readonly to: string }[] = [
  {
    file: "environments/production/apim/system.yaml",
    from: "aws-frankfurt: 3 }",
    to: "aws-frankfurt: 3, gcp-belgium: 2 }",
  },
  { file: "environments/production/apim/system.yaml", from: "  burst: {", to: "  # burst: {" },
  { file: "environments/production/apim/workers/gcp-belgium.yaml", from: "min: 1", to: "min: 2" },
];

/** The comparison of the example in docs/examples: the estate as it is, and with these edits. */
export async function exampleChange(): Promise<Comparison> {
  const policies = await loadPolicies(folderOnDisk(`${repository}policies`));
  const reader = workTreeReader(repository);
  const base = await run({ reader, policies, asOf: estateDay });
  const head = await run({ reader: edited(reader), policies, asOf: estateDay });
  return compareRuns({
    base: { result: base, label: "main" },
    head: { result: head, label: "belgium-serves" },
    // The example holds no secret; a key that everybody knows keeps its bytes the same.
    redactionKey: Buffer.alloc(32),
    lockIn: lockInChange(base, head),
    diagnostics: head.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      ...describeDiagnostic(diagnostic),
      at: { ...diagnostic.at },
    })),
  });
}

function edited(reader: EstateReader): EstateReader {
  return {
    list: () => reader.list(),
    read: async (path) => {
      const text = Buffer.from(await reader.read(path)).toString("utf8");
      const changed = edits
        .filter(({ file }) => file === path)
        .reduce((current, { from, to }) => {
          if (!current.includes(from)) throw new Error(`${path} no longer says ${from}`);
          return current.replace(from, to);
        }, text);
      return Buffer.from(changed);
    },
  };
}
