import { afterAll, beforeAll, describe, inject } from "vitest";
import { apiClient } from "@altostrata/maintain/servers/api-client.ts";
import type { ApplyTarget } from "@altostrata/maintain/servers/apply-manifest.ts";
import { applyTarget } from "@altostrata/maintain/servers/prepared-server.ts";

/**
 * Runs the tests once per API server; `title` gets its minor version for `%s`. The server is available only inside a
 * test.
 */
export function onEachServer(
  title: string,
  tests: (minor: string, server: () => ApplyTarget) => void,
): void {
  describe.each(Object.entries(inject("apiServers")))(title, (minor, address) => {
    const client = apiClient(address);
    let server: ApplyTarget;

    beforeAll(async () => {
      server = await applyTarget(client);
    });
    afterAll(() => client.close());

    tests(minor, () => server);
  });
}
