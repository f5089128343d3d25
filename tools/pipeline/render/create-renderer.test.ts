import { describe, expect, it } from "vitest";
import { createRenderer } from "./create-renderer.ts";
import { configMap, renderData } from "./testing/render-data.ts";
import { renderFiles, templateFile, testView, testScopes } from "./testing/render-files.ts";

describe("values", () => {
  it("keeps the type of a value that stands alone, and makes text of it in quotes or inside a text", () => {
    const { data, diagnostics } = renderData(
      '  bare: {{values.n}}\n  quoted: "{{values.n}}"\n  inside: a{{values.n}}b\n  map: {{values.m}}\n  list: {{values.l}}\n  flow: { x: {{values.n}} }',
      { n: 3, m: { k: "v" }, l: [1, "two"] },
    );
    expect(diagnostics).toEqual([]);
    expect(data).toEqual({
      bare: 3,
      quoted: "3",
      inside: "a3b",
      map: { k: "v" },
      list: [1, "two"],
      flow: { x: 3 },
    });
  });

  it("takes 0, empty text, false and null for values", () => {
    const { data, diagnostics } = renderData(
      "  zero: {{values.zero}}\n  empty: {{values.empty}}\n  no: {{values.no}}\n  nothing: {{values.nothing}}",
      { zero: 0, empty: "", no: false, nothing: null },
    );
    expect(diagnostics).toEqual([]);
    expect(data).toEqual({ zero: 0, empty: "", no: false, nothing: null });
  });

  it("keeps lines of a value inside a block text", () => {
    const { data } = renderData("  text: |\n    first {{values.t}}\n    last", {
      t: "a\nb: c\n  - d",
    });
    expect(data).toEqual({ text: "first a\nb: c\n  - d\nlast\n" });
  });

  it("reports a missing value at its expression, with what was perhaps meant, and goes on", () => {
    const { data, diagnostics, manifest } = renderData(
      "  a: {{values.port}}\n  b: {{values.ports}}",
      {
        ports: 80,
      },
    );
    expect(data).toEqual({ b: 80 });
    expect(manifest?.incomplete).toBe(true);
    expect(diagnostics).toEqual([
      {
        code: "template-value-missing",
        at: { file: "artefacts/applications/shop/templates/one.yaml.hbs", line: 6, column: 8 },
        args: { expression: "values.port", suggestion: "ports", known: ["ports"] },
        environment: "test",
        target: "here",
      },
    ]);
  });

  it("refuses a list, map or null inside a text", () => {
    const { diagnostics } = renderData(
      '  a: "{{values.list}}"\n  b: x{{values.map}}\n  c: "{{values.none}}"',
      {
        list: [1],
        map: { a: 1 },
        none: null,
      },
    );
    expect(diagnostics.map(({ code, at, object }) => [code, at.line, object])).toEqual([
      ["template-value-not-text", 6, "ConfigMap/one"],
      ["template-value-not-text", 7, "ConfigMap/one"],
      ["template-value-not-text", 8, "ConfigMap/one"],
    ]);
  });

  it("refuses expressions as keys that give no text, a reserved one or one that is there already", () => {
    const { data, diagnostics } = renderData(
      "  name: 1\n  {{values.same}}: 2\n  {{values.number}}: 3\n  {{values.proto}}: 4\n  {{values.other}}: 5",
      { same: "name", number: 7, proto: "__proto__", other: "fine" },
    );
    expect(data).toEqual({ name: 1, fine: 5 });
    expect(diagnostics.map(({ code, at }) => [code, at.line])).toEqual([
      ["template-output-duplicate-key", 7],
      ["template-key-invalid", 8],
      ["template-key-invalid", 9],
    ]);
  });

  it("puts apiVersion, kind and metadata first", () => {
    const { manifests } = renderFiles({
      templates: {
        "one.yaml": "data: {}\nmetadata: { name: one }\nkind: ConfigMap\napiVersion: v1\n",
      },
    });
    expect(Object.keys(manifests[0]?.object ?? {})).toEqual([
      "apiVersion",
      "kind",
      "metadata",
      "data",
    ]);
  });
});

describe("documents", () => {
  it("leaves out empty ones, refuses those that are no objects, and keeps the rest", () => {
    const { manifests, diagnostics } = renderFiles({
      templates: {
        "one.yaml": `# nothing\n---\n---\njust text\n---\n${configMap("  a: b")}---\n- 1\n`,
      },
    });
    expect(manifests.map(({ id }) => id.name)).toEqual(["one"]);
    expect(diagnostics.map(({ code, at }) => [code, at.line])).toEqual([
      ["template-not-an-object", 4],
      ["template-not-an-object", 13],
    ]);
  });

  it("does not lose the others when one is broken", () => {
    const { manifests, diagnostics } = renderFiles({
      templates: { "one.yaml": `a: [1\n---\n${configMap("  a: b")}` },
    });
    expect(manifests).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(["template-output-syntax"]);
  });

  it("gives each document of a loop its own lines and values", () => {
    const { manifests } = renderFiles({
      templates: {
        "many.yaml":
          "{{#each values.names}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{this}}\n{{/each}}\n",
      },
      view: { values: { names: ["b", "a"] } },
    });
    expect(manifests.map(({ id }) => id.name)).toEqual(["a", "b"]);
    expect(manifests.map(({ sourceAt }) => sourceAt(["metadata", "name"]))).toEqual([
      expect.objectContaining({
        expression: "this",
        origin: { place: { file: "/values/names/1", line: 1, column: 1 } },
      }),
      expect.objectContaining({
        expression: "this",
        origin: { place: { file: "/values/names/0", line: 1, column: 1 } },
      }),
    ]);
    expect(manifests[0]?.sourceAt(["kind"]).template.line).toBe(4);
  });
});

it("names a merge that was left open in a template", () => {
  const { diagnostics } = renderFiles({
    templates: {
      "one.yaml":
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n<<<<<<< HEAD\n  name: one\n=======\n  name: two\n>>>>>>> feature\n",
    },
  });
  expect(diagnostics.map(({ code, args, at }) => [code, args["detail"], at.line])).toEqual([
    ["template-output-syntax", "unresolved merge conflict", 4],
  ]);
});

describe("what could not be made", () => {
  const object = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\n";

  it.each([
    ["a value is missing", `${object}data: { a: {{values.gone}} }\n`, false],
    ["the name is missing", object.replace("one", "{{values.gone}}"), true],
    ["a document is no object", `${object}---\njust: text\n`, true],
    ["a block cannot be decided", `${object}{{#if (gt values.a 1)}}\n---\n${object}{{/if}}`, true],
    ["the template cannot be read", "{{#if values.a}}", true],
    ["the output cannot be parsed", `${object}data: [\n`, true],
  ])("is told when %s: others may refer to it", (_, text, expected) => {
    const { lacksObjects, diagnostics } = renderFiles({
      templates: { "one.yaml": text },
      view: { values: { a: "1" } },
    });
    expect(diagnostics).not.toEqual([]);
    expect(lacksObjects).toBe(expected);
  });
});

describe("scopes", () => {
  const named = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

  it("renders each template for the system, components and datasources it applies to", () => {
    const platform = { layer: "platform", owner: "" } as const;
    const renderer = createRenderer(
      [
        templateFile("system.yaml", named("system-{{system.name}}"), platform),
        templateFile("component.yaml", named("component-{{component.name}}"), {
          ...platform,
          scope: "component",
        }),
        templateFile("datasource.yaml", named("datasource-{{datasource.name}}"), {
          ...platform,
          scope: "datasource",
        }),
        templateFile("web.yaml", named("only-{{component.name}}"), {
          scope: "component",
          component: "web",
        }),
        templateFile("gone.yaml", named("gone"), { scope: "component", component: "gone" }),
        templateFile("aws.yaml", named("aws"), { layer: "provider", owner: "aws" }),
        templateFile("gcp.yaml", named("gcp"), { layer: "provider", owner: "gcp" }),
        templateFile("aws-dns.yaml", named("aws-dns"), {
          layer: "provider",
          owner: "aws",
          scope: "dns",
        }),
        templateFile("gcp-dns.yaml", named("gcp-dns"), {
          layer: "provider",
          owner: "gcp",
          scope: "dns",
        }),
        templateFile("other.yaml", named("other"), { owner: "other" }),
      ],
      testScopes,
    );
    const view = testView({
      components: { web: { name: "web" }, job: { name: "job" } },
      datasources: {
        main: { name: "main", role: "primary" },
        far: { name: "far", role: "client" },
      },
      dns: { provider: "gcp", rendered: true },
    });
    const application = { name: "shop", file: "", value: { components: {} } } as never;
    const { manifests, diagnostics } = renderer.renderSystem({ view, patches: [], application });
    expect(diagnostics).toEqual([]);
    expect(manifests.map(({ id }) => id.name)).toEqual([
      "aws",
      "component-job",
      "component-web",
      "datasource-main",
      "gcp-dns",
      "only-web",
      "system-shop",
    ]);
    expect(manifests.map(({ component }) => component).filter(Boolean)).toEqual([
      "job",
      "web",
      "web",
    ]);
  });
});
