import { createHash } from "node:crypto";
import { Type, type Static, type TSchema } from "typebox";
import { Check } from "typebox/schema";
import type { FolderReader } from "../model/folder-reader.ts";
import { evaluator } from "./evaluator.ts";
import { PolicyBundleError, type PolicyBundle } from "./policy-bundle.ts";
import { RuleMetadataSchema } from "./rule-metadata.ts";

const Digest = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** Content of `digests.json`. `sources` covers everything the bundle was built from, to tell a stale bundle without opa. */
const DigestsSchema = Type.Object(
  {
    format: Type.Literal("altostrata.dev/policy-bundle/v1"),
    opa: Type.String(),
    files: Type.Object(
      { "policy.wasm": Digest, "rules.json": Digest },
      { additionalProperties: false },
    ),
    sources: Digest,
  },
  { additionalProperties: false },
);

/** The rules in a folder (policies/bundle), verified against its digests. Throws PolicyBundleError when anything is amiss. */
export async function loadBundle(folder: FolderReader): Promise<PolicyBundle> {
  const [digestsText, wasm, rulesText] = await Promise.all(
    ["digests.json", "policy.wasm", "rules.json"].map((name) => readPart(folder, name)),
  );
  if (!digestsText || !wasm || !rulesText)
    throw new PolicyBundleError("the policy bundle is incomplete");
  const { files } = parsePart<Static<typeof DigestsSchema>>(
    "digests.json",
    digestsText,
    DigestsSchema,
  );
  verify("policy.wasm", wasm, files["policy.wasm"]);
  verify("rules.json", rulesText, files["rules.json"]);
  const rules = parsePart<PolicyBundle["rules"]>(
    "rules.json",
    rulesText,
    Type.Array(RuleMetadataSchema, { minItems: 1 }),
  );
  return { rules, digest: files["policy.wasm"], evaluate: evaluator(wasm, rules) };
}

async function readPart(folder: FolderReader, name: string): Promise<Buffer> {
  try {
    return Buffer.from(await folder.read(name));
  } catch (error) {
    throw new PolicyBundleError(`cannot read policies/bundle/${name}`, {
      cause: error,
    });
  }
}

function parsePart<Content>(name: string, text: Buffer, schema: TSchema): Content {
  let content: unknown;
  try {
    content = JSON.parse(text.toString("utf8"));
  } catch (error) {
    throw new PolicyBundleError(`${name} of the policy bundle is not JSON`, { cause: error });
  }
  if (!Check(schema, content))
    throw new PolicyBundleError(`${name} of the policy bundle does not have the expected shape`);
  return content as Content;
}

function verify(name: string, content: Buffer, expected: string): void {
  const actual = createHash("sha256").update(content).digest("hex");
  if (actual !== expected)
    throw new PolicyBundleError(
      `${name} of the policy bundle is not the file that was built (sha256 ${actual}, expected ${expected})`,
    );
}
