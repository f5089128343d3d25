import { describe, expect, it } from "vitest";
import { createRenderer } from "./create-renderer.ts";
import { renderData } from "./testing/render-data.ts";
import { renderFiles, templateFile, testView, testScopes } from "./testing/render-files.ts";

describe("sources", () => {
  it("leads from a value through its expression to its origin, and deeper into maps", () => {
    const { manifest } = renderData(
      "  map: {{values.m}}\n  text: a-{{values.t}}-{{values.u}}\n  literal: x",
      {
        m: { deep: { er: 1 } },
        t: "t",
        u: "u",
      },
    );
    const file = "artefacts/applications/shop/templates/one.yaml.hbs";
    expect(manifest?.sourceAt(["data", "map", "deep", "er"])).toEqual({
      template: { file, line: 6, column: 8 },
      expression: "values.m",
      origin: { place: { file: "/values/m/deep/er", line: 1, column: 1 } },
    });
    expect(manifest?.sourceAt(["data", "text"])).toEqual({
      template: { file, line: 7, column: 9 },
      expression: "values.t, values.u",
      origin: { place: { file: "/values/t", line: 1, column: 1 } },
    });
    expect(manifest?.sourceAt(["data", "literal"])).toEqual({
      template: { file, line: 8, column: 12 },
    });
    expect(manifest?.sourceAt(["data", "absent", "below"])).toEqual({
      template: { file, line: 5, column: 1 },
    });
  });

  it("finds keys that expressions gave", () => {
    const { manifest } = renderData("{{#each values.m}}\n  x-{{@key}}: {{this}}\n{{/each}}", {
      m: { a: 1, b: 2 },
    });
    expect(manifest?.sourceAt(["data", "x-b"])).toMatchObject({
      template: { line: 7 },
      expression: "this",
      origin: { place: { file: "/values/m/b" } },
    });
  });

  it("knows the component of a component's template by the line that listed it", () => {
    const { manifests } = renderFiles({
      templates: {},
      view: { components: { web: { name: "web" } } },
      component: {},
    });
    expect(manifests).toEqual([]);
    const renderer = createRenderer(
      [
        templateFile(
          "web/one.yaml",
          "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: {{component.name}}, namespace: {{namespace}} }\n",
          {
            scope: "component",
            component: "web",
          },
        ),
      ],
      testScopes,
    );
    const view = testView({ components: { web: { name: "web" } } });
    const application = { name: "shop", file: "", value: { components: {} } } as never;
    const [manifest] = renderer.renderSystem({ view, patches: [], application }).manifests;
    expect(manifest?.sourceAt(["metadata", "name"]).origin?.place.file).toBe(
      "/components/web/name",
    );
    expect(manifest?.sourceAt(["metadata", "namespace"]).origin?.place.file).toBe("/namespace");
  });
});
