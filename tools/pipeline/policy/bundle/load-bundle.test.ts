import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../../load/folder-on-disk.ts";
import { loadBundle } from "./load-bundle.ts";
import { PolicyBundleError } from "./policy-bundle.ts";
import { policiesFolder } from "../testing/sample-policy.ts";

type Files = Record<"digests.json" | "policy.wasm" | "rules.json", Buffer>;

async function bundleFiles(): Promise<Files> {
  const read = (name: string): Promise<Buffer> => readFile(join(policiesFolder, "bundle", name));
  return {
    "digests.json": await read("digests.json"),
    "policy.wasm": await read("policy.wasm"),
    "rules.json": await read("rules.json"),
  };
}

function withDigests(files: Files): Files {
  const digests = JSON.parse(files["digests.json"].toString());
  const sha256 = (content: Buffer): string => createHash("sha256").update(content).digest("hex");
  digests.files = {
    "policy.wasm": sha256(files["policy.wasm"]),
    "rules.json": sha256(files["rules.json"]),
  };
  return { ...files, "digests.json": Buffer.from(JSON.stringify(digests)) };
}

async function loadFrom(files: Partial<Files>): Promise<unknown> {
  const fixture = await createFixture({ ...files });
  try {
    return await loadBundle(folderOnDisk(fixture.path));
  } finally {
    await fixture.rm();
  }
}

describe("loadBundle", () => {
  it("loads the project's own rules", async () => {
    const { rules, digest } = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
    expect(rules.length).toBeGreaterThan(30);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(["digests.json", "policy.wasm", "rules.json"] as const)(
    "refuses a bundle without %s",
    async (name) => {
      const { [name]: _, ...others } = await bundleFiles();
      await expect(loadFrom(others)).rejects.toThrow(PolicyBundleError);
    },
  );

  it.each(["policy.wasm", "rules.json"] as const)("refuses an altered %s", async (name) => {
    const files = await bundleFiles();
    const altered = Buffer.concat([files[name], Buffer.from(" ")]);
    await expect(loadFrom({ ...files, [name]: altered })).rejects.toThrow(
      `${name} of the policy bundle does not match its digest`,
    );
  });

  it("refuses a foreign module with a matching digest", async () => {
    const empty = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const files = withDigests({ ...(await bundleFiles()), "policy.wasm": empty });
    await expect(loadFrom(files)).rejects.toThrow(PolicyBundleError);
  });

  it("refuses rules without metadata and with a matching digest", async () => {
    const files = withDigests({
      ...(await bundleFiles()),
      "rules.json": Buffer.from('[{"id":"SEC-001"}]'),
    });
    await expect(loadFrom(files)).rejects.toThrow(
      "rules.json of the policy bundle has an unknown shape",
    );
  });
});
