import { describe, expect, it } from "vitest";
import { giveOrigins, renderFiles } from "../testing/render-files.ts";
import { deployment, renderWeb } from "../testing/web-fixture.ts";

describe("patches", () => {
  it("change what is there, take away with null, and are recorded beside what they replaced", () => {
    const rendered = renderWeb(
      [],
      [
        { object: "Deployment/web", path: "spec.replicas", value: 9 },
        { object: "Deployment/web", path: "spec.template.spec.containers.side", value: null },
        { object: "Deployment/web", path: "spec.template.metadata.annotations", value: null },
      ],
    );
    expect(rendered.diagnostics).toEqual([]);
    const manifest = deployment(rendered);
    expect(manifest?.object["spec"]).toEqual({
      replicas: 9,
      template: {
        metadata: {},
        spec: {
          containers: [{ name: "web", image: "web", env: [{ name: "LEVEL", value: "info" }] }],
        },
      },
    });
    expect(manifest?.sourceAt(["spec", "replicas"])).toEqual({
      template: { file: "artefacts/applications/shop/manifests/web.yaml", line: 8, column: 13 },
      origin: { place: { file: "patch/0/value", line: 1, column: 1 } },
      patch: { file: "patch/0/value", line: 1, column: 1 },
    });
  });

  it("leave other systems' manifests alone", () => {
    const before = deployment(
      renderWeb([], [{ object: "Deployment/web", path: "spec.replicas", value: 9 }]),
    );
    expect(before?.object["spec"]).toMatchObject({ replicas: 9 });
    expect(deployment(renderWeb([]))?.object["spec"]).toMatchObject({ replicas: 1 });
  });

  it("change what templates print as well", () => {
    const { manifests } = renderFiles({
      templates: {
        "one.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\ndata: {{values}}\n",
      },
      view: { values: { "a.b": "1", c: "2" } },
      patches: [
        giveOrigins(
          { component: "web", object: "ConfigMap/one", path: "data.a.b", value: "9" },
          "patch",
        ),
      ] as never,
    });
    expect(manifests[0]?.object["data"]).toEqual({ "a.b": "9", c: "2" });
    expect(manifests[0]?.sourceAt(["data", "c"]).origin?.place.file).toBe("/values/c");
  });

  it("are reported when they reach or change nothing", () => {
    const { diagnostics } = renderWeb(
      [],
      [
        { object: "Service/web", path: "spec", value: 1 },
        { object: "Deployment/web", path: "spec.a.b", value: 1 },
        { object: "Deployment/web", path: "spec.replicas", value: 1 },
        { object: "Deployment/web", path: "spec.gone", value: null },
      ],
    );
    expect(diagnostics.map(({ code, at }) => [code, at.file])).toEqual([
      ["patch-object-missing", "patch/0/object"],
      ["patch-path-missing", "patch/1/path"],
      ["patch-reached-nothing", "patch/2/value"],
      ["patch-reached-nothing", "patch/3/value"],
    ]);
  });

  it("refuse a key that would change nothing in silence", () => {
    const { diagnostics } = renderWeb(
      [],
      [{ object: "Deployment/web", path: "metadata.labels.__proto__", value: "x" }],
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["patch-path-missing"]);
  });
});
