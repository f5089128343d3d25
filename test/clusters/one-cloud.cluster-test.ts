import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyObjects } from "./apply/apply-objects.ts";
import { planCloud } from "./cloud/cloud-plan.ts";
import { openCloud } from "./cloud/open-cloud.ts";
import { execInPod, killPod, waitForPods, type Pod } from "./cloud/pods.ts";
import type { Cloud } from "./cloud/start-cloud.ts";
import { probeImage } from "./images/image-recipes.ts";
import { publishImage } from "./images/publish-images.ts";
import { denyAll, allowFrom, probe, probeNamespace } from "./probe-objects.ts";
import { record } from "./timeline.ts";
import { waitUntil } from "./wait-until.ts";

let cloud: Cloud;
let client: Pod;
let server: Pod;

const namespace = "probes";
const selector = (name: string) => ({ namespace, labels: `app=${name}` });

beforeAll(async () => {
  cloud = await openCloud(planCloud("alpha", 1, "1.35"));
  const image = await publishImage(probeImage);
  await applyObjects(cloud.client, [
    probeNamespace(namespace),
    ...probe({ namespace, name: "client", image }),
    ...probe({ namespace, name: "server", image }),
  ]);
  [client] = await waitForPods(cloud, selector("client"));
  [server] = await waitForPods(cloud, selector("server"));
  record("probes run under the restricted pod security level");
});
afterAll(async () => cloud?.stop());

describe("a cloud", () => {
  it("resolves a Service's name and routes to its pod", async () => {
    // The node learns of a ready pod a moment later.
    const answer = await waitUntil("the Service's answer", () => fetchFrom(client));
    expect(answer).toBe("server");
  });

  it("blocks an undeclared flow", async () => {
    await applyObjects(cloud.client, [denyAll(namespace)]);
    await waitUntil("the blocked flow", () => (fetchFrom(client) === undefined ? true : undefined));
    record("default-deny blocks an undeclared flow");
  });

  it("opens a declared flow, and only that one", async () => {
    await applyObjects(cloud.client, allowFrom(namespace, "client", "server"));
    await waitUntil("the open flow", () => fetchFrom(client));
    record("a declared flow is open");
    expect(fetchFrom(server)).toBeUndefined();
  });

  it("replaces a killed pod", async () => {
    await killPod(cloud, server);
    const [replacement] = await waitForPods(cloud, selector("server"));
    expect(replacement.metadata.uid).not.toBe(server.metadata.uid);
    await waitUntil("the replacement's answer", () => fetchFrom(client));
    record("a killed pod is replaced and answers");
  });

  it("is unreachable while it is lost, and answers when it returns", async () => {
    cloud.lose();
    expect(await answers(cloud)).toBe(false);
    record("alpha: lost");
    cloud.restore();
    await waitUntil("the API server", async () => ((await answers(cloud)) ? true : undefined));
    record("alpha: returned");
  });
});

// A connection of its own: one that is open already would wait for an answer.
async function answers({ plan }: Cloud): Promise<boolean> {
  const socket = connect({ host: plan.api, port: 6443, timeout: 2000 });
  try {
    return await new Promise((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("timeout", () => resolve(false));
      socket.once("error", () => resolve(false));
    });
  } finally {
    socket.destroy();
  }
}

// The probe's own name, fetched through the Service; undefined when nothing answers within two seconds.
function fetchFrom(pod: Pod): string | undefined {
  try {
    return execInPod(cloud, pod, ["node", "/probe/fetch.ts", "http://server:8080/"]);
  } catch {
    return undefined;
  }
}
