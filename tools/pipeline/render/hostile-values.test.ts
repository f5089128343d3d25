import fc from "fast-check";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Manifest } from "../model/kubernetes/manifest.ts";
import type { Path } from "../model/origins/origin.ts";
import { printManifest } from "./formats/print-manifest.ts";
import { printYaml } from "./formats/print-yaml.ts";
import { hostileText, nastyTexts } from "./testing/hostile-texts.ts";
import { renderFiles } from "./testing/render-files.ts";

/** Every position where a template can print a string, in every language. */
const templates = {
  "all.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: all
  labels: { flow: {{values.text}}, "{{values.text}}": flow-key }
data:
  bare: {{values.text}}
  double: "a{{values.text}}b"
  single: 'a{{values.text}}b'
  whole: "{{values.text}}"
  inside: a {{values.text}} b
  {{values.text}}: key
  more {{values.text}}: key
  literal: |
    first
    {{values.text}}
    last
  folded: >-
    first {{values.text}}
    last
  list: [{{values.text}}, "{{values.text}}"]
  object: {{values.object}}
  joined: {{join values.list "; "}}
  # in a comment: {{values.text}}
  settings.toml: {{config "settings.toml"}}
  settings.json: {{config "settings.json"}}
  settings.properties: {{config "settings.properties"}}
  settings.yaml: {{config "settings.config.yaml"}}
last: literal
`,
  "settings.toml": `alone = "{{values.text}}"
inside = "a{{values.text}}b"
literal = 'a{{values.text}}b'
lines = """
a{{values.text}}b"""
list = ["{{values.text}}"]
"{{values.text}}" = "key"
[table."x{{values.text}}"]
last = 1
`,
  "settings.json": `{ "alone": "{{values.text}}", "inside": "a{{values.text}}b", "{{values.text}}": "key", "last": 1 }`,
  "settings.properties":
    "alone = {{values.text}}\ninside = a{{values.text}}b\nk{{values.text}} = key\nlast = 1\n",
  "settings.config.yaml":
    'alone: {{values.text}}\ninside: "a{{values.text}}b"\n{{values.text}}: key\nlast: 1\n',
};

function render(text: string) {
  return renderFiles({
    templates,
    view: { values: { text, object: { [`k${text}`]: [text] }, list: [text, text] } },
  });
}

/** The expected manifest for any string. */
function expected(text: string) {
  return {
    bare: text,
    double: `a${text}b`,
    single: `a${text}b`,
    whole: text,
    inside: `a ${text} b`,
    [text]: "key",
    [`more ${text}`]: "key",
    literal: `first\n${text}\nlast\n`,
    folded: `first ${text} last`,
    list: [text, text],
    object: { [`k${text}`]: [text] },
    joined: `${text}; ${text}`,
  };
}

function scalars(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) =>
    scalars(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function checkAll(text: string): void {
  const manifest = checkValues(text);
  checkReadBack(manifest, text);
  checkSources(manifest);
}

function checkValues(text: string): Manifest {
  const { manifests, diagnostics } = render(text);
  expect(diagnostics).toEqual([]);
  const [manifest] = manifests as [Manifest];
  const { data, last, metadata } = manifest.object as {
    data: Record<string, string>;
    last: unknown;
    metadata: unknown;
  };
  const {
    "settings.toml": toml,
    "settings.json": json,
    "settings.properties": properties,
    "settings.yaml": _,
    ...rest
  } = data;
  expect(last).toBe("literal");
  expect(metadata).toEqual({ name: "all", labels: { flow: text, [text]: "flow-key" } });
  expect(rest).toEqual(expected(text));
  expect(parseToml(toml ?? "")).toEqual({
    alone: text,
    inside: `a${text}b`,
    literal: `a${text}b`,
    lines: `a${text}b`,
    list: [text],
    [text]: "key",
    table: { [`x${text}`]: { last: 1 } },
  });
  expect(JSON.parse(json ?? "")).toEqual({
    alone: text,
    inside: `a${text}b`,
    [text]: "key",
    last: 1,
  });
  expect(properties?.trimEnd().split("\n")).toHaveLength(4);
  return manifest;
}

function checkReadBack(manifest: Manifest, text: string): void {
  const { "settings.yaml": yaml = "" } = manifest.object["data"] as Record<string, string>;
  for (const version of ["1.1", "1.2"] as const) {
    expect(parse(yaml, { version })).toEqual({
      alone: text,
      inside: `a${text}b`,
      [text]: "key",
      last: 1,
    });
    expect(parse(printManifest(manifest), { version })).toEqual(manifest.object);
  }
}

function checkSources(manifest: Manifest): void {
  for (const path of scalars(manifest.object)) {
    const source = manifest.sourceAt(path);
    expect(source.template.file).toMatch(/all\.yaml\.hbs$/);
    // The source of an expression leads to the place of its value.
    expect(source.origin === undefined).toBe(source.expression === undefined);
  }
}

describe("a hostile value", () => {
  it.each(nastyTexts)("changes nothing but the scalars it stands in: %j", (text) => checkAll(text));

  it("changes nothing but the scalars it stands in, whatever it is", { timeout: 60_000 }, () => {
    fc.assert(fc.property(hostileText, checkAll), { numRuns: 300 });
  });

  it("may be a million characters long", () => {
    const text = 'x"\n: '.repeat(200_000);
    checkValues(text);
    expect(parse(printYaml({ [text]: text, list: [text] }))).toEqual({
      [text]: text,
      list: [text],
    });
  });

  it.each(["\uD800", "a\uDC00b", "\u0000", "a\u0007", "\u001B[31m", "\u007F"])(
    "is refused where no file could hold it: %j",
    (text) => {
      const { diagnostics } = render(text);
      const codes = new Set(diagnostics.map(({ code }) => code));
      expect([...codes]).toEqual(["value-invalid-unicode"]);
      expect(diagnostics.map(({ at }) => at.file)).toContain("/values/text");
    },
  );

  it("cannot make a half character whole with another half", () => {
    const { diagnostics } = renderFiles({
      templates: {
        "one.yaml": 'apiVersion: v1\nkind: A\nmetadata: { name: "{{values.a}}{{values.b}}" }\n',
      },
      view: { values: { a: "\uD83D", b: "\uDE00" } },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["value-invalid-unicode"]);
  });

  it("cannot reach the prototype of a map", () => {
    const values: unknown = JSON.parse(
      '{ "map": { "__proto__": { "polluted": true } }, "key": "__proto__" }',
    );
    const { manifests, diagnostics } = renderFiles({
      templates: {
        "one.yaml":
          "apiVersion: v1\nkind: A\nmetadata: { name: one }\na: {{values.map}}\nb: { {{values.key}}: 1 }\n",
      },
      view: { values },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "template-key-invalid",
      "template-key-invalid",
    ]);
    expect(manifests[0]?.object).toEqual({
      apiVersion: "v1",
      kind: "A",
      metadata: { name: "one" },
      b: {},
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("cannot end its document or begin another", () => {
    const { manifests } = renderFiles({
      templates: {
        "one.yaml": "apiVersion: v1\nkind: A\nmetadata: { name: one }\na: {{values.text}}\n",
      },
      view: {
        values: { text: "x\n---\napiVersion: v1\nkind: Secret\nmetadata: { name: evil }" },
      },
    });
    expect(manifests.map(({ id }) => id.kind)).toEqual(["A"]);
  });
});
