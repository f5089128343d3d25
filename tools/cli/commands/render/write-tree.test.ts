import type { Manifest, ObjectId, RenderedTarget } from "@altostrata/pipeline";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { planTree } from "./plan-tree.ts";
import { writeTree } from "./write-tree.ts";

function target(ids: readonly Partial<ObjectId>[]): RenderedTarget {
  const manifests = ids.map((id) => ({
    id: { group: "", version: "v1", kind: "ConfigMap", namespace: "shop", name: "a", ...id },
  }));
  return {
    environment: "dev",
    target: "onprem-madrid",
    provider: "onprem",
    kubernetes: { version: "1.36" },
    systems: [],
    manifests: manifests as unknown as readonly Manifest[],
  };
}

const print = ({ id }: Manifest): string => `kind: ${id.kind}\nname: ${id.name}\n`;

describe("planTree", () => {
  it.for([
    [{}, "shop/configmap.a.yaml"],
    [{ group: "apps", kind: "Deployment" }, "shop/deployment.a.yaml"],
    [{ group: "networking.k8s.io", kind: "NetworkPolicy" }, "shop/networkpolicy.a.yaml"],
    [{ group: "cert-manager.io", kind: "Certificate" }, "shop/certificate.cert-manager.io.a.yaml"],
    [
      { group: "gateway.networking.k8s.io", kind: "Gateway" },
      "shop/gateway.gateway.networking.k8s.io.a.yaml",
    ],
    [{ kind: "Namespace", namespace: "" }, "_cluster/namespace.a.yaml"],
    [{ name: "../../x" }, "shop/configmap...%2F..%2Fx.yaml"],
    [{ namespace: ".." }, "%2E%2E/configmap.a.yaml"],
    [{ name: "system:reader" }, "shop/configmap.system%3Areader.yaml"],
  ] as const)("puts %j at %s", ([id, path]) => {
    expect(planTree(target([id]), print).files.map((file) => file.path)).toEqual([
      `dev/onprem-madrid/${path}`,
      "dev/onprem-madrid/index.json",
    ]);
  });

  it("gives the same digest for the same objects in any order", () => {
    const index = (ids: readonly Partial<ObjectId>[]) =>
      planTree(target(ids), print).files.at(-1)?.text;
    expect(index([{ name: "a" }, { name: "b" }])).toBe(index([{ name: "b" }, { name: "a" }]));
    expect(index([{ name: "a" }])).not.toBe(index([{ name: "b" }]));
  });
});

describe("writeTree", () => {
  it("writes new files, keeps unchanged ones, and removes only its own", async () => {
    await using out = await createFixture({ "dev/onprem-madrid/shop/mine.yaml": "by hand" });
    const all = target([{ name: "a" }, { name: "b" }, { name: "c" }]);
    expect(writeTree(out.path, [planTree(all, print)])).toEqual({
      written: 4,
      unchanged: 0,
      removed: 0,
    });
    expect(writeTree(out.path, [planTree(all, print)])).toEqual({
      written: 0,
      unchanged: 4,
      removed: 0,
    });
    await out.writeFile("dev/onprem-madrid/shop/configmap.c.yaml", "changed by hand");
    expect(writeTree(out.path, [planTree(target([{ name: "a" }]), print)])).toEqual({
      written: 1,
      unchanged: 1,
      removed: 1,
    });
    expect((await out.readdir("dev/onprem-madrid/shop")).sort()).toEqual([
      "configmap.a.yaml",
      "configmap.c.yaml",
      "mine.yaml",
    ]);
  });

  it("names the file that cannot be written", async () => {
    await using out = await createFixture({
      "dev/onprem-madrid": "a file where a folder should be",
    });
    expect(() => writeTree(out.path, [planTree(target([{}]), print)])).toThrow(CannotRunError);
  });

  it("ignores index entries outside the folder", async () => {
    await using out = await createFixture({
      "precious.yaml": "x",
      "dev/onprem-madrid/index.json": JSON.stringify({
        objects: [
          {
            path: "../../precious.yaml",
            digest: "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
          },
        ],
      }),
    });
    writeTree(out.path, [planTree(target([{}]), print)]);
    expect(await out.readFile("precious.yaml", "utf8")).toBe("x");
  });
});
