import { createFixture } from "fs-fixture";
import { expect, it } from "vitest";
import { folderOnDisk, loadPolicies, run, workTreeReader } from "@altostrata/pipeline";
import { generateEstate } from "./generate-estate.ts";
import { estateDay } from "../estate/estate-day.ts";

it("generates clean estates of the requested size", async () => {
  await using folder = await createFixture();
  generateEstate(folder.path, 3);
  const result = await run({
    reader: workTreeReader(folder.path),
    policies: await loadPolicies(folderOnDisk(folder.getPath("policies"))),
    asOf: estateDay,
  });
  expect(result.diagnostics).toEqual([]);
  expect(result.findings.filter(({ action, waiver }) => action === "deny" && !waiver)).toEqual([]);
  expect(result.targets).toHaveLength(3 * 4);
  // 100 environments are at least 16,000 manifests.
  const manifests = result.targets.reduce((sum, target) => sum + target.manifests, 0);
  expect(manifests).toBeGreaterThanOrEqual(3 * 160);
});
