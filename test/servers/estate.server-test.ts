import { expect, it } from "vitest";
import { onEachServer } from "./on-each-server.ts";
import { renderedEstate } from "./rendered-estate.ts";
import { minorsOf, sendTarget } from "./send-target.ts";

const targets = await renderedEstate();

onEachServer("the API server of Kubernetes %s", (minor, target) => {
  it.each(targets.filter((rendered) => minorsOf(rendered).includes(minor)))(
    "accepts every manifest of $environment/$target without a warning",
    async (rendered) => {
      expect(rendered.manifests.length).toBeGreaterThan(0);
      expect(await sendTarget(target(), rendered)).toEqual([]);
    },
  );
});
