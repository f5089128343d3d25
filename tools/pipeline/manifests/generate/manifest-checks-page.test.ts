import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedFiles } from "../testing/published-apis.ts";
import { manifestChecksPage } from "./manifest-checks-page.ts";

const page = join(import.meta.dirname, "../../../../docs/reference/manifest-checks.md");

it("is what docs/reference/manifest-checks.md says", () => {
  expect(readFileSync(page, "utf8")).toBe(manifestChecksPage(publishedFiles().addons));
});

it("names a rule that cannot be evaluated", () => {
  const schema = { "x-kubernetes-validations": [{ rule: "self.conjure() == 1" }] };
  const text = JSON.stringify({ kinds: [{ versions: [{ schema }] }] });
  const written = manifestChecksPage([{ path: "a.json", name: "magic/1.0.0", text }]);
  expect(written).toContain("| magic/1.0.0 | 0 | 0 | 1 |");
  expect(written).toContain("- magic/1.0.0: `self.conjure() == 1` (");
});
