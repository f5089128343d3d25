import { startApiServer, type ApiServer } from "./api-server.ts";
import type { ApplyTarget } from "./apply-manifest.ts";
import type { ApiClient } from "./api-client.ts";
import { servedKinds } from "./describe-api.ts";
import { installAddons } from "./install-addons.ts";

/** Starts the API server of a minor version with all add-ons installed and the corpus' namespace made. */
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

/** The server as something that manifests can be sent to; asks it for its kinds. */
export async function applyTarget(client: ApiClient): Promise<ApplyTarget> {
  return { client, kinds: await servedKinds(client) };
}

/** Makes a namespace on the server, really and not as a dry run; one that is there already is fine. */
async function createNamespace(client: ApiClient, metadata: unknown): Promise<void> {
  const body = { apiVersion: "v1", kind: "Namespace", metadata };
  const answer = await client.send({ method: "POST", path: "/api/v1/namespaces", body });
  if (answer.status !== 201 && answer.status !== 409) {
    throw new Error(`the server refused a namespace: ${JSON.stringify(answer.body)}`);
  }
}
