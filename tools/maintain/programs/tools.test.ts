import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";

function runTools(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, [join(import.meta.dirname, "tools.ts"), ...args], {
    encoding: "utf8",
    env: environment,
  });
}

describe("tools.ts", () => {
  it("reports a missing Go and exits with 2", async () => {
    await using empty = await createFixture();
    const result = runTools(["opa"], { PATH: empty.path, XDG_CACHE_HOME: empty.path });
    expect(result.status).toBe(2);
    expect(result.stderr).toContain("Go is missing");
    expect(result.stderr).not.toContain(" at ");
  });

  it("returns a cached program without Go", async () => {
    await using cache = await createFixture({ "altostrata/opa-v1.22.2-go1.27.3/opa": "" });
    const result = runTools(["opa"], { PATH: "", XDG_CACHE_HOME: cache.path });
    expect(result.stdout).toBe(`${join(cache.path, "altostrata/opa-v1.22.2-go1.27.3/opa")}\n`);
  });

  it("lists the known programs for an unknown name", () => {
    const result = runTools(["helm"], {});
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('Unknown tool "helm". Choose one of: kube-apiserver-1.35');
  });
});
