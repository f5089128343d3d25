import { afterAll, beforeAll, describe, inject } from "vitest";
import { apiClient } from "@altostrata/maintain/servers/api-client.ts";
import type { ApplyTarget } from "@altostrata/maintain/servers/apply-manifest.ts";
import { applyTarget } from "@altostrata/maintain/servers/prepared-server.ts";

/** Runs the tests once per running API server; `title` takes its minor for `%s`. The server is there inside a test, not before. */
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
