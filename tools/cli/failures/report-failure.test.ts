import { createFixture } from "fs-fixture";
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { endlessStart } from "../../pipeline/policy/testing/endless-wasm.ts";
import { estateWithRules } from "../testing/estate-with-rules.ts";
import { runAlto } from "../testing/run-alto.ts";

it("ends with exit code 2 when the compiled rules never end", { timeout: 300_000 }, async () => {
  const files = estateWithRules();
  const digests = JSON.parse(String(files["policies/bundle/digests.json"])) as {
    files: Record<string, string>;
  };
  digests.files["policy.wasm"] = createHash("sha256").update(endlessStart).digest("hex");
  await using estate = await createFixture({
    ...files,
    "policies/bundle/policy.wasm": endlessStart,
    "policies/bundle/digests.json": JSON.stringify(digests),
  });
  const { exitCode, errors } = await runAlto(estate.path, ["validate", "--as-of", "2026-11-24"]);
  expect(errors).toMatch(/^Cannot use the rules: policy\.wasm did not finish within \d+ seconds/);
  expect(exitCode).toBe(2);
});
