import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createFixture, type FsFixture } from "fs-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAlto } from "../../../tools/cli/testing/run-alto.ts";
import { sampleEstate } from "../../../tools/cli/testing/sample-estate.ts";
import { pushImage } from "./push-image.ts";
import { startGate } from "./start-gate.ts";
import { startRegistry, type Registry } from "./start-registry.ts";

let registry: Registry;
let other: Registry;
let web: string;
let cache: string;

beforeAll(async () => {
  [registry, other] = await Promise.all([startRegistry(), startRegistry()]);
  web = await pushImage({ ...image(registry, "shop/web"), format: "oci", content: "web" });
  cache = await pushImage({ ...image(other, "a/deep/cache"), format: "docker", content: "cache" });
}, 600_000);
afterAll(async () => {
  await registry?.[Symbol.asyncDispose]();
  await other?.[Symbol.asyncDispose]();
});

function image({ host }: Registry, repository: string) {
  return { host, repository, tag: "1.2" };
}

const head = `apiVersion: altostrata.dev/v1alpha1
kind: Images

# Why these stand here.
images:
`;

async function estateWith(images: string): Promise<FsFixture> {
  return createFixture({ ...sampleEstate, "artefacts/images.yaml": head + images });
}

const catalogue = (estate: FsFixture): Promise<string> =>
  estate.readFile("artefacts/images.yaml", "utf8");

const resolve = (estate: FsFixture) => runAlto(estate.path, ["images", "resolve", "--write"]);

describe("alto images resolve", () => {
  it("pins indices of both formats from two registries and changes nothing else", async () => {
    await using estate = await estateWith(`  # The shop's own.
  web: { repository: ${registry.host}/shop/web, tag: "1.2", digest: null } # open
  cache:
    repository: ${other.host}/a/deep/cache # deep
    tag: "1.2"
    digest: null # ask them
`);
    const open = await catalogue(estate);
    expect(await resolve(estate)).toMatchObject({ exitCode: 0, errors: "" });
    expect(await catalogue(estate)).toBe(
      open
        .replace("digest: null } # open", `digest: ${web} } # open`)
        .replace("digest: null # ask them", `digest: ${cache} # ask them`),
    );
  });

  it("changes nothing the second time", async () => {
    await using estate = await estateWith(
      `  web: { repository: ${registry.host}/shop/web, tag: "1.2", digest: null }\n`,
    );
    await resolve(estate);
    const pinned = await catalogue(estate);
    const { exitCode, output } = await resolve(estate);
    expect({ exitCode, text: await catalogue(estate) }).toEqual({ exitCode: 0, text: pinned });
    expect(output).toMatch(/web +kept/);
  });

  it("reports missing images and pins the others", async () => {
    await using estate = await estateWith(
      ["shop/web:9.9", "shop/nowhere:1.2", "shop/web:1.2"]
        .map((reference, index) => {
          const [repository = "", tag = ""] = reference.split(":");
          return `  image-${index}: { repository: ${registry.host}/${repository}, tag: "${tag}", digest: null }\n`;
        })
        .join(""),
    );
    const { exitCode, output } = await resolve(estate);
    expect(exitCode).toBe(1);
    expect(output.match(/failed .*does not have this repository or tag/g)).toHaveLength(2);
    expect(await catalogue(estate)).toContain(`tag: "1.2", digest: ${web} }`);
    expect((await catalogue(estate)).match(/digest: null/g)).toHaveLength(2);
  });

  it("reports a moved tag and keeps the existing digest", async () => {
    const moving = { ...image(registry, "shop/moving"), format: "oci" } as const;
    const first = await pushImage({ ...moving, content: "first" });
    const second = await pushImage({ ...moving, content: "second" });
    await using estate = await estateWith(
      `  moving: { repository: ${registry.host}/shop/moving, tag: "1.2", digest: "${first}" }\n`,
    );
    const { exitCode, output } = await resolve(estate);
    expect(exitCode).toBe(1);
    expect(output).toMatch(new RegExp(`moving +moved .*${second}`));
    expect(await catalogue(estate)).toContain(`digest: "${first}"`);
  });

  it("uses an anonymous token, and reports a required login", async () => {
    await using tokens = await startGate("token", registry.host);
    await using login = await startGate("login", registry.host);
    await using estate = await estateWith(
      `  web: { repository: ${tokens.host}/shop/web, tag: "1.2", digest: null }
  closed: { repository: ${login.host}/shop/web, tag: "1.2", digest: null }
`,
    );
    const { output } = await resolve(estate);
    expect(output).toMatch(new RegExp(`web +new .*${web}`));
    expect(output).toMatch(/closed +failed .*requires a login/);
  });

  it("keeps the catalogue intact when it is killed halfway", async () => {
    await using silent = await startGate("silent", registry.host);
    await using estate = await estateWith(
      `  web: { repository: ${registry.host}/shop/web, tag: "1.2", digest: null }
  late: { repository: ${silent.host}/shop/web, tag: "1.2", digest: null }
`,
    );
    const open = await catalogue(estate);
    const bin = join(import.meta.dirname, "../../../tools/cli/bin/alto.mjs");
    const args = [bin, "images", "resolve", "--write"];
    const alto = spawn(process.execPath, args, { cwd: estate.path, stdio: "ignore" });
    await silent.asked;
    alto.kill("SIGTERM");
    await once(alto, "exit");
    expect(await catalogue(estate)).toBe(open);
    expect(await readdir(join(estate.path, "artefacts"))).not.toContainEqual(
      expect.stringContaining(".tmp"),
    );
  });
});
