import { expect, it } from "vitest";
import { manifestChecksPage } from "./manifest-checks-page.ts";

it("names a rule that cannot be evaluated", () => {
  const schema = { "x-kubernetes-validations": [{ rule: "self.conjure() == 1" }] };
  const text = JSON.stringify({ kinds: [{ versions: [{ schema }] }] });
  const written = manifestChecksPage([{ path: "a.json", name: "magic/1.0.0", text }]);
  expect(written).toContain("| magic/1.0.0 | 0 | 0 | 1 |");
  expect(written).toContain("- magic/1.0.0: `self.conjure() == 1` (");
});
