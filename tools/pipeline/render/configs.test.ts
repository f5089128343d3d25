import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { renderFiles } from "./testing/render-files.ts";

/** Renders a config template and returns its text and diagnostics. */
function embed(name: string, text: string, values: Record<string, unknown> = {}) {
  const { manifests, diagnostics } = renderFiles({
    templates: {
      "map.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\ndata:\n  file: {{config "${name}"}}\n`,
      [name]: text,
    },
    view: { values },
  });
  const data = manifests[0]?.object["data"] as { file?: string } | undefined;
  const problems = diagnostics.map(
    ({ code, at }) => `${code} ${at.file.split("/").at(-1)}:${at.line}:${at.column}`,
  );
  return { file: data?.file ?? "", problems, manifest: manifests[0] };
}

describe("TOML", () => {
  it("puts typed values where an expression stands alone in quotes, and text elsewhere", () => {
    const { file, problems } = embed(
      "a.toml",
      'n = "{{values.n}}"\nlist = "{{values.list}}"\nurl = "http://{{values.host}}:{{values.n}}"\nliteral = 1.0\n[t]\nenv = "$env{X}" # {{values.n}}\n\'header.X\' = "y"\n',
      { n: 9443, list: ["a", "b"], host: "h" },
    );
    expect(problems).toEqual([]);
    expect(file).toBe(
      'n = 9443\nlist = [ "a", "b" ]\nurl = "http://h:9443"\nliteral = 1.0\n\n[t]\nenv = "$env{X}"\n"header.X" = "y"\n',
    );
  });

  it("prints the elements of loops", () => {
    const { file } = embed(
      "a.toml",
      'urls = [\n{{#each values.hosts}}\n"tcp://{{this}}",\n{{/each}}\n]\n{{#each values.hosts}}\n[[group]]\nname = "{{this}}"\n{{/each}}\n',
      { hosts: ["a", "b"] },
    );
    expect(parseToml(file)).toEqual({
      urls: ["tcp://a", "tcp://b"],
      group: [{ name: "a" }, { name: "b" }],
    });
  });

  it("reports what TOML cannot hold, and broken text, at its line", () => {
    expect(embed("a.toml", 'a = 1\nb = "{{values.none}}"\n', { none: null }).problems).toEqual([
      "template-value-not-text a.toml.hbs:2:6",
    ]);
    expect(embed("a.toml", "a = 1\nb = {{values.n}}\n", { n: 1 }).problems).toEqual([
      "template-output-syntax a.toml.hbs:2:5",
    ]);
    expect(embed("a.toml", "a = 1\na = 2\n").problems).toEqual([
      "template-output-syntax a.toml.hbs:2:1",
    ]);
  });
});

describe("JSON", () => {
  it("puts typed values where an expression stands alone in quotes", () => {
    const { file } = embed(
      "a.json",
      '{ "n": "{{values.n}}", "{{values.key}}-k": "x{{values.n}}" }',
      { n: 1, key: "a" },
    );
    expect(JSON.parse(file)).toEqual({ n: 1, "a-k": "x1" });
  });

  it("reports broken text and keys that stand twice", () => {
    expect(embed("a.json", "{\n  x }").problems).toEqual(["template-output-syntax a.json.hbs:2:3"]);
    expect(embed("a.json", '{ "a": 1,\n  "b": NaN }').problems).toEqual([
      "template-output-syntax a.json.hbs:2:8",
    ]);
    expect(embed("a.json", '{ "a": 1,\n  "a": 2 }').problems).toEqual([
      "template-output-duplicate-key a.json.hbs:2:3",
    ]);
  });
});

describe("YAML inside of a manifest", () => {
  it("is printed by the same rules as manifests", () => {
    const { file } = embed("a.config.yaml", 'on: "{{values.n}}"\nlist: {{values.list}}\n', {
      n: 1,
      list: ["no"],
    });
    expect(parseYaml(file)).toEqual({ on: "1", list: ["no"] });
    expect(file).toBe('"on": "1"\nlist:\n- "no"\n');
  });

  it("may be a list, or empty", () => {
    expect(embed("a.config.yaml", "- 1\n- {{values.n}}\n", { n: 2 }).file).toBe("- 1\n- 2\n");
    expect(embed("a.config.yaml", "# nothing\n").file).toBe("");
  });
});

describe("properties", () => {
  it("escapes what would end a key or a line", () => {
    const { file } = embed(
      "a.properties",
      "# comment\nurl = http://{{values.host}}\nkey.{{values.key}}: x\\\n  y\n",
      {
        host: " h\nevil=1",
        key: "a b=c",
      },
    );
    expect(file).toBe("url=http:// h\\nevil=1\nkey.a\\ b\\=c=xy\n");
  });

  it("reports a key that stands twice", () => {
    expect(embed("a.properties", "a=1\na=2\n").problems).toEqual([
      "template-output-duplicate-key a.properties.hbs:2:1",
    ]);
  });
});

describe("text without a known language", () => {
  it("takes words, and refuses values that could mean something there", () => {
    expect(embed("a.sh", "run --days {{values.n}}\n", { n: 7 }).file).toBe("run --days 7\n");
    for (const evil of ["a b", "$(x)", "a;b", "`x`", "a\nb", "'", '"', "\\", "*", "a|b", "a>b"]) {
      expect(embed("a.sh", "run {{values.evil}}\n", { evil }).problems).toEqual([
        "template-value-unsafe a.sh.hbs:1:5",
      ]);
    }
  });
});

describe("config", () => {
  it("sees the frame it stands in, and other config templates of its owner", () => {
    const { manifests, diagnostics } = renderFiles({
      templates: {
        "map.yaml":
          '{{#each values.names}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: {{this}} }\ndata:\n  f: {{config "outer.txt"}}\n  sum: {{checksum (config "outer.txt")}}\n{{/each}}\n',
        "outer.txt": 'outer-{{this}}-{{config "inner.txt"}}',
        "inner.txt": "{{@index}}",
      },
      view: { values: { names: ["a", "b"] } },
    });
    expect(diagnostics).toEqual([]);
    expect(manifests.map(({ object }) => object["data"])).toEqual([
      { f: "outer-a-0", sum: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { f: "outer-b-1", sum: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it("leads to its template, and inside to the line of every value", () => {
    const { manifest } = embed(
      "a.toml",
      '# first\na = 1\nb = "{{values.n}}"\n[[server]]\nurl = "http://{{values.host}}:{{values.n}}"\n',
      { n: 9443, host: "h" },
    );
    const { inside, ...source } = manifest?.sourceAt(["data", "file"]) ?? {};
    const folder = "artefacts/applications/shop/templates";
    expect(source).toEqual({
      template: { file: `${folder}/map.yaml.hbs`, line: 5, column: 9 },
      expression: 'config "a.toml"',
      origin: {
        place: { file: `${folder}/a.toml.hbs`, line: 1, column: 1 },
        layer: "application",
      },
    });
    const told = inside?.().map(({ path, value, source: { template, expression, origin } }) => [
      path.join("."),
      value,
      template.line,
      expression,
      origin?.place.file,
    ]);
    const url = ["server.0.url", "http://h:9443", 5];
    expect(told).toEqual([
      ["a", 1, 2, undefined, undefined],
      ["b", 9443, 3, "values.n", "/values/n"],
      [...url, "values.host", "/values/host"],
      [...url, "values.n", "/values/n"],
    ]);
  });

  it("leads inside of texts without a language, and of no checksum", () => {
    const { manifest } = embed("a.sh", "run {{values.a}}\nstop {{values.b}}\n", { a: "x", b: "y" });
    const inside = manifest?.sourceAt(["data", "file"]).inside?.() ?? [];
    expect(inside.map(({ source }) => [source.template.line, source.origin?.place.file])).toEqual([
      [1, "/values/a"],
      [2, "/values/b"],
    ]);
    expect(manifest?.sourceAt(["metadata", "name"])).not.toHaveProperty("inside");
  });

  it("reports unknown names, circles and manifests that are no config files", () => {
    expect(embed("a.toml", '{{config "b.toml"}}').problems).toContain(
      "template-config-missing a.toml.hbs:1:3",
    );
    expect(embed("a.txt", '{{config "a.txt"}}').problems).toContain(
      "template-config-cycle a.txt.hbs:1:3",
    );
    expect(embed("a.txt", '{{config "map.yaml"}}').problems).toContain(
      "template-config-missing a.txt.hbs:1:3",
    );
  });

  it("reports config templates that nobody embeds, as far as that can be told", () => {
    const map = (embedded: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\ndata: { file: {{config ${embedded}}} }\n`;
    const unused = (templates: Record<string, string>) =>
      renderFiles({ templates, view: { values: { a: "a" } } }).diagnostics.map(
        ({ code, args, at }) => [code, at.file.split("/").at(-1), args["name"]],
      );
    const both = { "a.toml": "x = 1", "b.toml": "x = 2" };
    expect(unused({ ...both, "map.yaml": map('"a.toml"') })).toEqual([
      ["template-config-unused", "b.toml.hbs", "b.toml"],
    ]);
    expect(unused({ ...both, "map.yaml": map('(concat values.a ".toml")') })).toEqual([]);
    const [first, ...more] = unused({ ...both, "map.yaml": "{{#if values.a}}" });
    expect([first, more]).toEqual([["template-syntax", "map.yaml.hbs", undefined], []]);
  });
});
