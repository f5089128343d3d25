import type { TestProject } from "vitest/node";
import type { ApiAddress } from "@altostrata/maintain/servers/api-client.ts";
import type { ApiServer } from "@altostrata/maintain/servers/api-server.ts";
import { kubernetesVersions } from "@altostrata/maintain/programs/go-recipes.ts";
import { startPreparedServer } from "@altostrata/maintain/servers/prepared-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the API server of each minor version. */
    apiServers: Readonly<Record<string, ApiAddress>>;
  }
}

/** Starts the API servers of all minor versions before the first test and stops them after the last one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers: ApiServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map(async (server) => server.stop()));
  };
  try {
    for (const minor of Object.keys(kubernetesVersions))
      servers.push(await startPreparedServer(minor));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide(
    "apiServers",
    Object.fromEntries(servers.map(({ minor, address }) => [minor, address])),
  );
  return stop;
}
