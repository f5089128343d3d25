import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { loadPolicies, run, workTreeReader } from "@altostrata/pipeline";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { apiClient } from "./api-client.ts";
import type { ApplyTarget } from "./apply-manifest.ts";
import { applyTarget } from "./prepared-server.ts";
import { minorsOf, sendTarget } from "./send-target.ts";

const estate = fileURLToPath(new URL("../..", import.meta.url));
const { targets } = await run({
  reader: workTreeReader(estate),
  policies: await loadPolicies(join(estate, "policies")),
  asOf: "2026-11-24",
});

describe.each(Object.entries(inject("apiServers")))(
  "the API server of Kubernetes %s",
  (minor, address) => {
    const client = apiClient(address);
    let target: ApplyTarget;

    beforeAll(async () => {
      target = await applyTarget(client);
    });
    afterAll(() => client.close());

    it.each(targets.filter((rendered) => minorsOf(rendered).includes(minor)))(
      "accepts every manifest of $environment/$target without a warning",
      async (rendered) => {
        expect(rendered.manifests.length).toBeGreaterThan(0);
        expect(await sendTarget(target, rendered)).toEqual([]);
      },
    );
  },
);
