import { setTimeout as pause } from "node:timers/promises";
import { addonSources } from "../schemas/addons.ts";
import type { ApiClient } from "./api-client.ts";
import { readDefinitions, type CustomResourceDefinition } from "../schemas/read-definitions.ts";

const definitionsPath = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const establishedWithinMilliseconds = 120_000;

/** Installs the published custom resource definitions of all add-ons, and waits until the server serves them. */
export async function installAddons(client: ApiClient): Promise<void> {
  const definitions = addonSources.flatMap((source) => readDefinitions(source));
  await Promise.all(definitions.map(async (definition) => install(client, definition)));
  await Promise.all(
    definitions.map(async (definition) => waitUntilEstablished(client, definition.metadata.name)),
  );
}

async function install(client: ApiClient, definition: CustomResourceDefinition): Promise<void> {
  const answer = await client.send({ method: "POST", path: definitionsPath, body: definition });
  if (answer.status === 201) return;
  throw new Error(`the server refused ${definition.metadata.name}: ${JSON.stringify(answer.body)}`);
}

interface Conditions {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

async function waitUntilEstablished(client: ApiClient, name: string): Promise<void> {
  const deadline = Date.now() + establishedWithinMilliseconds;
  while (Date.now() < deadline) {
    const { body } = await client.send({ method: "GET", path: `${definitionsPath}/${name}` });
    const conditions = (body as Conditions).status?.conditions ?? [];
    if (conditions.some(({ type, status }) => type === "Established" && status === "True")) return;
    await pause(100);
  }
  throw new Error(`${name} was not established in time`);
}
