import { validatorFor } from "../../model/estate/compile-schema.ts";
import { policyDefinitions } from "../../model/estate/definitions.ts";
import type { FolderReader } from "../../model/estate/folder-reader.ts";
import { sha256 } from "../../model/values/sha256.ts";
import { evaluator } from "./evaluator.ts";
import { PolicyBundleError, reasonOf, type PolicyBundle } from "./policy-bundle.ts";
import type { PolicyDigests } from "./policy-digests.ts";
import type { RuleMetadata } from "./rule-metadata.ts";

/**
 * Loads the rules of a folder (policies/bundle) and verifies them against their digests. Throws PolicyBundleError on
 * any mismatch.
 */
export async function loadBundle(folder: FolderReader): Promise<PolicyBundle> {
  const [digestsText, wasm, rulesText] = await Promise.all(
    ["digests.json", "policy.wasm", "rules.json"].map((name) => readPart(folder, name)),
  );
  if (!digestsText || !wasm || !rulesText)
    throw new PolicyBundleError("the policy bundle is incomplete");
  const { files } = parsePart<PolicyDigests>(
    "digests.json",
    digestsText,
    policyDefinitions.policyDigests,
  );
  verify("policy.wasm", wasm, files["policy.wasm"]);
  verify("rules.json", rulesText, files["rules.json"]);
  const rules = parsePart<readonly RuleMetadata[]>(
    "rules.json",
    rulesText,
    policyDefinitions.policyRules,
  );
  return { rules, digest: files["policy.wasm"], evaluate: evaluator(wasm, rules) };
}

async function readPart(folder: FolderReader, name: string): Promise<Buffer> {
  try {
    return Buffer.from(await folder.read(name));
  } catch (error) {
    throw new PolicyBundleError(
      `policies/bundle/${name} cannot be read (${reasonOf(error)}); restore it from git, or run "npm run policies:build"`,
      { cause: error },
    );
  }
}

function parsePart<Content>(name: string, text: Buffer, definition: object): Content {
  let content: unknown;
  try {
    content = JSON.parse(text.toString("utf8"));
  } catch (error) {
    throw new PolicyBundleError(`${name} of the policy bundle is not JSON`, { cause: error });
  }
  if (!validatorFor(definition)(content))
    throw new PolicyBundleError(
      `${name} of the policy bundle has an unknown shape: if another version of the tools built it, merge that version before the rules`,
    );
  return content as Content;
}

function verify(name: string, content: Buffer, expected: string): void {
  const actual = sha256(content);
  if (actual !== expected)
    throw new PolicyBundleError(
      `${name} of the policy bundle does not match its digest (sha256 ${actual}, expected ${expected})`,
    );
}
