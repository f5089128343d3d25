import { startApiServer, type ApiServer } from "./api-server.ts";
import type { ApplyTarget } from "./apply-manifest.ts";
import type { ApiClient } from "./api-client.ts";
import { servedKinds } from "./describe-api.ts";
import { installAddons } from "./install-addons.ts";

/** Starts the API server of a minor version, with all add-ons and the namespace of the corpus. */
export async function startPreparedServer(minor: string): Promise<ApiServer> {
  const server = await startApiServer(minor);
  try {
    await installAddons(server.client);
    await createNamespace(server.client, { name: "corpus" });
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The server as a target for manifests; reads its kinds. */
export async function applyTarget(client: ApiClient): Promise<ApplyTarget> {
  return { client, kinds: await servedKinds(client) };
}

/** Creates a namespace on the server, not as a dry run. An existing one is accepted. */
async function createNamespace(client: ApiClient, metadata: unknown): Promise<void> {
  const body = { apiVersion: "v1", kind: "Namespace", metadata };
  const answer = await client.send({ method: "POST", path: "/api/v1/namespaces", body });
  if (answer.status !== 201 && answer.status !== 409) {
    throw new Error(`the server refused a namespace: ${JSON.stringify(answer.body)}`);
  }
}
