import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { folderOnDisk, loadPolicies, run, workTreeReader } from "@altostrata/pipeline";
import { expect, it } from "vitest";
import { onEachServer } from "./on-each-server.ts";
import { minorsOf, sendTarget } from "./send-target.ts";

const estate = fileURLToPath(new URL("../..", import.meta.url));
const { targets } = await run({
  reader: workTreeReader(estate),
  policies: await loadPolicies(folderOnDisk(join(estate, "policies"))),
  asOf: "2026-11-24",
});

onEachServer("the API server of Kubernetes %s", (minor, target) => {
  it.each(targets.filter((rendered) => minorsOf(rendered).includes(minor)))(
    "accepts every manifest of $environment/$target without a warning",
    async (rendered) => {
      expect(rendered.manifests.length).toBeGreaterThan(0);
      expect(await sendTarget(target(), rendered)).toEqual([]);
    },
  );
});
