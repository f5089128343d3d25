import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { disks } from "./addons/disks.ts";
import { installAddons } from "./addons/install-addons.ts";
import { secretStore } from "./addons/secret-store.ts";
import { startObjectStore, type ObjectStore } from "./addons/start-object-store.ts";
import { applyObjects, refusals } from "./apply/apply-objects.ts";
import { planCloud } from "./cloud/cloud-plan.ts";
import { openCloud } from "./cloud/open-cloud.ts";
import { connectFromPod } from "./cloud/connect-from-pod.ts";
import { crashPod } from "./cloud/pod-process.ts";
import { killPod, listPods, waitForPods, type Pod } from "./cloud/pods.ts";
import type { Cloud } from "./cloud/start-cloud.ts";
import { declaredRpo } from "./estate/declared-rpo.ts";
import { renderEstate } from "./estate/render-estate.ts";
import { postgresqlImage, storefrontImage, valkeyImage } from "./images/image-recipes.ts";
import { publishImage } from "./images/publish-images.ts";
import { record, runFolder } from "./timeline.ts";
import { waitUntil } from "./wait-until.ts";

let cloud: Cloud;
let archive: ObjectStore;
let rendered: readonly ManifestObject[];

const namespace = "clusters-storefront";
const web = { namespace, labels: "app=storefront,tier=web" };
const cache = { namespace, labels: "app=storefront,tier=cache" };
const database = { namespace, labels: "cnpg.io/cluster=shop-db,cnpg.io/podRole=instance" };

beforeAll(async () => {
  for (const image of [storefrontImage(), valkeyImage, postgresqlImage]) await publishImage(image);
  const estate = await renderEstate(join(runFolder(), "estate"), inject("registry").host);
  rendered = estate.targets.get("rig-alpha") ?? [];
  record(`alto rendered ${rendered.length} objects with pinned images`);
  cloud = await openCloud(planCloud("alpha", 1, "1.35"));
  await applyObjects(cloud.client, disks(cloud));
  archive = await startObjectStore(runFolder());
  await applyObjects(cloud.client, secretStore(rendered, archive.credentials));
  await installAddons(cloud);
}, 900_000);
afterAll(async () => {
  await cloud?.stop();
  await archive?.stop();
});

describe("the rendered storefront", () => {
  it("is accepted as it is, and starts without manual steps", async () => {
    await applyObjects(
      cloud.client,
      rendered.filter(({ kind }) => kind === "Namespace"),
    );
    expect(await refusals(cloud.client, rendered)).toEqual([]);
    await applyObjects(cloud.client, rendered);
    record("storefront: every rendered object is applied");
    await waitForPods(cloud, cache);
    record("storefront: cache is ready");
    await waitForPods(cloud, database, 2);
    record("storefront: database is ready");
    await waitForPods(cloud, web, 2);
    record("storefront: web is ready");
  });

  it("answers through its Service", async () => {
    const page = await waitUntil("the catalogue", async () => catalogue());
    expect(page).toContain("Lamp: 49.00 EUR, 10 in stock");
    record("storefront: the catalogue is served");
    expect(await waitUntil("an order", async () => placeOrder(1))).toBeGreaterThan(0);
  });

  it("lets declared flows through and blocks the others", async () => {
    const [shop] = await waitForPods(cloud, web, 2);
    const [pages] = await waitForPods(cloud, cache);
    const [data] = await waitForPods(cloud, { ...database, labels: leading });
    expect({
      "web to cache": connectFromPod(cloud, shop, address(pages, 6379)),
      "web to database": connectFromPod(cloud, shop, address(data, 5432)),
      "cache to database": connectFromPod(cloud, pages, address(data, 5432)),
      "cache to web": connectFromPod(cloud, pages, address(shop, 8080)),
      "web to Kubernetes": connectFromPod(cloud, shop, `${cloud.plan.api}:6443`),
    }).toEqual({
      "web to cache": true,
      "web to database": true,
      "cache to database": false,
      "cache to web": false,
      "web to Kubernetes": false,
    });
    record("storefront: declared flows are open, others are blocked");
  });

  it("gets a killed web pod back", async () => {
    const [lost] = await waitForPods(cloud, web, 2);
    await killPod(cloud, lost);
    record("storefront: a web pod is killed");
    await waitForPods(cloud, web, 2);
    record("storefront: web is complete again");
    await waitUntil("the catalogue", async () => catalogue());
  });

  it("promotes the database's replica when the primary is lost, within the declared RPO", async () => {
    const promised = declaredRpo("storefront", "shop");
    const orders = [await acknowledgedOrder(), await acknowledgedOrder()];
    const [primary] = await waitForPods(cloud, { ...database, labels: leading });
    // Its container would start again before the operator moves, so the pod goes too.
    crashPod(cloud, primary, "postgres");
    const lostAt = Date.now();
    await killPod(cloud, primary);
    record("storefront: the database's primary is lost");
    await waitUntil("a new primary", async () => {
      const [leader] = await listPods(cloud, { ...database, labels: leading });
      return leader?.metadata.name === primary.metadata.name ? undefined : leader;
    });
    record("storefront: the replica is promoted");
    await waitUntil("a new order", async () => placeOrder(1));
    record("storefront: orders are accepted again");
    const lost = [];
    for (const order of orders) if (!(await isKept(order))) lost.push(order);
    const seconds = Math.max(0, ...lost.map(({ at }) => (lostAt - at) / 1000));
    record(
      `storefront: ${lost.length} of ${orders.length} acknowledged orders are lost: ${seconds.toFixed(1)} s of writes, ${promised} s promised`,
    );
    expect(seconds).toBeLessThanOrEqual(promised);
  });

  it("archives the database outside the cloud", async () => {
    const path = `/apis/postgresql.cnpg.io/v1/namespaces/${namespace}`;
    await waitUntil("archived logs", async () => {
      const { body } = await cloud.client.send({ method: "GET", path: `${path}/clusters/shop-db` });
      return conditions(body).get("ContinuousArchiving") === "True" ? true : undefined;
    });
    record("storefront: the database's logs are archived");
    await waitUntil("a base backup", async () => {
      const { body } = await cloud.client.send({ method: "GET", path: `${path}/backups` });
      const { items } = body as { readonly items: { readonly status?: { phase?: string } }[] };
      return items.some(({ status }) => status?.phase === "completed") ? true : undefined;
    });
    record("storefront: a base backup is in the archive");
  });
});

function address(pod: Pod, port: number): string {
  return `${pod.status.podIP}:${port}`;
}

const leading = "cnpg.io/cluster=shop-db,cnpg.io/instanceRole=primary";

function conditions(body: unknown): Map<string, string> {
  const { status } = body as {
    readonly status?: { readonly conditions?: readonly { type: string; status: string }[] };
  };
  return new Map((status?.conditions ?? []).map(({ type, status: value }) => [type, value]));
}

async function catalogue(): Promise<string | undefined> {
  return success("GET", "/");
}

// The number of an order that the shop acknowledged.
async function placeOrder(product: number): Promise<number | undefined> {
  const answer = await success("POST", `/orders?product=${product}`);
  return answer === undefined ? undefined : Number(answer);
}

interface AcknowledgedOrder {
  readonly path: string;
  /** What the shop answers about it. */
  readonly text: string;
  readonly at: number;
}

async function acknowledgedOrder(): Promise<AcknowledgedOrder> {
  const path = `/orders/${await waitUntil("an order", async () => placeOrder(2))}`;
  const at = Date.now();
  const text = await waitUntil("the order", async () => success("GET", path));
  return { path, text, at };
}

// A lost order's number can be taken by a new one, so the whole order counts.
async function isKept({ path, text }: AcknowledgedOrder): Promise<boolean> {
  const answer = await waitUntil("an answer", async () => {
    const { status, text: now } = await request("GET", path);
    return status === 503 ? undefined : now;
  });
  return answer === text;
}

async function success(method: string, path: string): Promise<string | undefined> {
  const { status, text } = await request(method, path);
  return status < 400 ? text : undefined;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

// The node asks, which policies always admit; no gateway runs here yet.
async function request(method: string, path: string): Promise<Answer> {
  const { body } = await cloud.client.send({
    method: "GET",
    path: `/api/v1/namespaces/${namespace}/services/web`,
  });
  const { clusterIP } = (body as { readonly spec: { readonly clusterIP: string } }).spec;
  const url = JSON.stringify(`http://${clusterIP}:8080${path}`);
  const program = `
    const { status, text } = await fetch(${url}, { method: "${method}" }).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      () => ({ status: 503, text: "" }),
    );
    process.stdout.write(JSON.stringify({ status, text }));`;
  const options = ["--input-type=module", "--eval", program];
  return JSON.parse(cloud.machine.run([process.execPath, ...options])) as Answer;
}
