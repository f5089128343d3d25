import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { sampleEstate } from "../../testing/sample-estate.ts";
import { parseRepository } from "./parse-repository.ts";
import { resolveImages, writeDigests } from "./resolve-images.ts";

const digest = `sha256:${"a".repeat(64)}`;

/** A registry on loopback that requires a token and has only shop/web:1.2. */
async function startRegistry(): Promise<{ host: string } & AsyncDisposable> {
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { url = "", headers } = request;
  if (url.startsWith("/token")) {
    const scoped = url.includes("scope=repository%3Ashop%2F");
    response.end(JSON.stringify({ token: scoped ? "secret" : "useless" }));
  } else if (headers.authorization !== "Bearer secret") {
    const realm = `http://${headers.host}/token`;
    response.writeHead(401, { "www-authenticate": `Bearer realm="${realm}",service="test"` }).end();
  } else if (url === "/v2/shop/web/manifests/1.2") {
    response.writeHead(200, { "docker-content-digest": digest }).end();
  } else if (url === "/v2/shop/odd/manifests/1.0") {
    response.writeHead(200, { "docker-content-digest": "sha256:nonsense" }).end();
  } else {
    response.writeHead(404).end();
  }
}

describe("resolveImages", () => {
  it("adds missing digests in place and keeps the digest of a moved tag", async () => {
    await using registry = await startRegistry();
    const other = `sha256:${"b".repeat(64)}`;
    await using estate = await createFixture({
      ...sampleEstate,
      "artefacts/images.yaml": `apiVersion: altostrata.dev/v1alpha1
kind: Images
images:
  gone: { repository: ${registry.host}/shop/gone, tag: "1.2", digest: null }
  moved: { repository: ${registry.host}/shop/web, tag: "1.2", digest: "${other}" }
  odd: { repository: ${registry.host}/shop/odd, tag: "1.0", digest: null }
  web: { repository: ${registry.host}/shop/web, tag: "1.2", digest: null } # open
`,
    });
    const resolved = await resolveImages(estate.path);
    expect(resolved.map(({ name, status, detail }) => [name, status, detail])).toEqual([
      ["gone", "failed", "the registry does not have this repository or tag"],
      ["moved", "moved", digest],
      ["odd", "failed", "the registry returned an invalid sha256 digest"],
      ["web", "new", digest],
    ]);
    await writeDigests(estate.path, resolved);
    const text = await estate.readFile("artefacts/images.yaml", "utf8");
    expect(text).toContain(`tag: "1.2", digest: ${digest} } # open`);
    expect(text).toContain(`digest: "${other}"`);
  });

  it("reports an unreachable registry", async () => {
    await using estate = await createFixture({
      ...sampleEstate,
      "artefacts/images.yaml": sampleEstate["artefacts/images.yaml"]!.replace(
        "registry.example.com",
        "127.0.0.1:1",
      ),
    });
    expect(await resolveImages(estate.path)).toMatchObject([
      { status: "failed", detail: expect.stringContaining("cannot be reached") },
    ]);
  });
});

describe("parseRepository", () => {
  it.for([
    ["wso2/wso2am", "https://registry-1.docker.io", "wso2/wso2am"],
    ["docker.io/valkey", "https://registry-1.docker.io", "library/valkey"],
    ["ghcr.io/a/b/c", "https://ghcr.io", "a/b/c"],
    ["localhost:5000/a", "http://localhost:5000", "a"],
  ] as const)("%s", ([text, origin, repository]) => {
    expect(parseRepository(text)).toEqual({ origin, repository });
  });
});
