import { createFixture, type FileTree } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { loadEstate } from "./load-estate.ts";
import { workTreeReader } from "./work-tree-reader.ts";

async function load(tree: FileTree) {
  await using fixture = await createFixture(tree);
  return loadEstate(workTreeReader(fixture.path));
}

async function problems(tree: FileTree): Promise<string[]> {
  const { diagnostics } = await load(tree);
  return diagnostics.map(({ code, at, args }) =>
    [code, at.file, args["suggestion"] ?? args["problem"]].filter(Boolean).join(" "),
  );
}

const sound = { "environments/dev/environment.yaml": "kind: Environment\n" };

describe("loadEstate", () => {
  it("identifies each file by its path", async () => {
    const { files, diagnostics } = await load({
      "clouds/aws/provider.yaml": "a: 1",
      "clouds/aws/targets/aws-frankfurt.yaml": "a: 1",
      "clouds/aws/targets/aws-frankfurt.outputs.json": "{}",
      "clouds/aws/templates/system/store.yaml.hbs": "{{x}}",
      "artefacts/applications/shop/application.yaml": "a: 1",
      "artefacts/applications/shop/manifests/web/all.yaml": "kind: [",
      "artefacts/kubernetes/1.36.json": '{"definitions":{},"kinds":[],"removed":[]}',
      "artefacts/addons/keda/2.21.0.json": '{"addon":"keda","kinds":[]}',
      "environments/dev/shop/workers/aws-frankfurt.yaml": "a: 1",
      "environments/dev/CHANGELOG.md": "# dev",
      "environments/.changeset/brave-lion.md": "x",
      "clouds/README.md": "# Clouds",
      "policies/anything": "x",
      "docs/anything": "x",
    });
    expect(diagnostics).toEqual([]);
    expect(files.map(({ kind, names }) => ({ kind, ...names }))).toEqual([
      { kind: "addon-schema", addon: "keda", version: "2.21.0" },
      { kind: "application", application: "shop" },
      { kind: "manifest", application: "shop" },
      { kind: "kubernetes-schema", minor: "1.36" },
      { kind: "provider", provider: "aws" },
      { kind: "infrastructure", provider: "aws", target: "aws-frankfurt" },
      { kind: "target", provider: "aws", target: "aws-frankfurt" },
      { kind: "template", provider: "aws" },
      { kind: "worker", environment: "dev", system: "shop", target: "aws-frankfurt" },
    ]);
  });

  it.for([
    ["environments/dev/enviroment.yaml", "environments/dev/environment.yaml"],
    ["environments/dev/shop/master.yml", "environments/dev/shop/master.yaml"],
    ["environments/dev/shop/worker/aws.yaml", "environments/dev/shop/workers/aws.yaml"],
    ["clouds/aws/target/aws-frankfurt.yaml", "clouds/aws/targets/aws-frankfurt.yaml"],
    ["clouds/aws/templates/system/store.yaml", "clouds/aws/templates/system/store.yaml.hbs"],
    [
      "artefacts/applications/shop/manifests/all.yml",
      "artefacts/applications/shop/manifests/all.yaml",
    ],
  ] as const)("suggests a path for %s", async ([path, suggestion]) => {
    expect(await problems({ ...sound, [path]: "a: 1" })).toEqual([
      `file-unknown ${path} ${suggestion}`,
    ]);
  });

  it("suggests nothing for a file that resembles no pattern", async () => {
    expect(await problems({ ...sound, "environments/notes.txt": "x" })).toEqual([
      "file-unknown environments/notes.txt",
    ]);
  });

  it("reports each invalid file and loads the others", async () => {
    const tree: FileTree = {
      ...sound,
      "environments/a/environment.yaml": Buffer.from([0xff, 0xfe, 0x61]),
      "environments/b/environment.yaml": "a: \0",
      "environments/c/environment.yaml": `a: ${"x".repeat(1024 * 1024)}`,
      "environments/d/environment.yaml": (api) => api.symlink("/etc/hostname"),
      "environments/e/environment.yaml": (api) => api.symlink("gone.yaml"),
      "environments/f/environment.yaml": (api) => api.symlink("../dev/environment.yaml"),
      "environments/g/environment.yaml": "",
      "clouds/aws/prices.csv": "item,price\n",
    };
    const { files } = await load(tree);
    expect(files.filter(({ unsound }) => !unsound).map(({ path }) => path)).toEqual([
      "environments/dev/environment.yaml",
      "environments/f/environment.yaml",
    ]);
    expect(new Set(await problems(tree))).toEqual(
      new Set([
        "csv-invalid clouds/aws/prices.csv column-missing",
        "file-not-text environments/a/environment.yaml",
        "file-not-text environments/b/environment.yaml",
        "file-too-large environments/c/environment.yaml",
        "symlink-leaves-estate environments/d/environment.yaml",
        "file-unreadable environments/e/environment.yaml link-broken",
        "file-empty environments/g/environment.yaml",
      ]),
    );
  });

  it("reports a folder that cannot be listed", async () => {
    const tree: FileTree = {
      ...sound,
      artefacts: "a file",
      clouds: (api) => api.symlink("clouds"),
    };
    expect(await problems(tree)).toEqual([
      "file-unreadable artefacts not-listed",
      "file-unreadable clouds not-listed",
    ]);
  });

  it("reports an invalid name once for all its files", async () => {
    const { diagnostics } = await load({
      "environments/Dev_1/environment.yaml": "a: 1",
      "environments/Dev_1/shop/system.yaml": "a: 1",
    });
    expect(diagnostics).toMatchObject([
      { code: "name-invalid", args: { what: "environment", name: "Dev_1" } },
    ]);
  });

  it("refuses an empty folder", async () => {
    expect(await problems({ "README.md": "# Nothing" })).toEqual(["estate-empty environments"]);
  });
});
