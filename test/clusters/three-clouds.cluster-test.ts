import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyObjects } from "./apply/apply-objects.ts";
import { planCloud } from "./cloud/cloud-plan.ts";
import { openCloud } from "./cloud/open-cloud.ts";
import { execInPod, waitForPods, type Pod } from "./cloud/pods.ts";
import type { Cloud } from "./cloud/start-cloud.ts";
import { probeImage } from "./images/image-recipes.ts";
import { publishImage } from "./images/publish-images.ts";
import { probe, probeNamespace } from "./probe-objects.ts";
import { record } from "./timeline.ts";
import { waitUntil } from "./wait-until.ts";

const clouds: Cloud[] = [];
const namespace = "probes";
const nodePort = 30_080;

beforeAll(async () => {
  const plans = ["alpha", "beta", "gamma"].map((name, index) => planCloud(name, index + 1, "1.35"));
  const image = await publishImage(probeImage);
  const opened = await Promise.allSettled(
    plans.map(async (plan) => {
      const cloud = await openCloud(plan);
      clouds.push(cloud);
      await applyObjects(cloud.client, [
        probeNamespace(namespace),
        ...probe({ namespace, name: plan.name, image, nodePort }),
      ]);
      await waitForPods(cloud, { namespace, labels: `app=${plan.name}` });
    }),
  );
  expect(opened.filter(({ status }) => status === "rejected")).toEqual([]);
  record("three clouds run");
});
afterAll(async () => {
  await Promise.all(clouds.map(async (cloud) => cloud.stop()));
});

describe("three clouds", () => {
  it("reach each other's workloads by node addresses", async () => {
    for (const from of clouds)
      for (const to of clouds) expect(await answer(from, to)).toBe(to.plan.name);
  });

  it("lose one and keep the others connected, and get it back", async () => {
    const [alpha, beta, gamma] = ["alpha", "beta", "gamma"].map(cloudNamed);
    if (!alpha || !beta || !gamma) throw new Error("a cloud is missing");
    alpha.lose();
    record("alpha: lost");
    expect(await answer(beta, alpha)).toBeUndefined();
    expect(await answer(beta, gamma)).toBe("gamma");
    alpha.restore();
    await waitUntil("alpha's answer", async () => answer(beta, alpha));
    record("alpha: returned");
  });
});

function cloudNamed(name: string): Cloud | undefined {
  return clouds.find(({ plan }) => plan.name === name);
}

// The name of the probe in another cloud; undefined when it does not answer within two seconds.
async function answer(from: Cloud, to: Cloud): Promise<string | undefined> {
  const [pod]: [Pod, ...Pod[]] = await waitForPods(from, {
    namespace,
    labels: `app=${from.plan.name}`,
  });
  try {
    const url = `http://${to.plan.node}:${nodePort}/`;
    return execInPod(from, pod, ["node", "/probe/fetch.ts", url]);
  } catch {
    return undefined;
  }
}
