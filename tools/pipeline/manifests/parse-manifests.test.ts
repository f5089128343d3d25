import { describe, expect, it } from "vitest";
import { parseManifests } from "./parse-manifests.ts";

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const config = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\n";

describe("parseManifests", () => {
  it("reads several documents and skips empty ones", () => {
    const { manifests, diagnostics } = parseManifests(
      `---\n# none\n---\n${config}---\n${config}`,
      "a.yaml",
    );
    expect(diagnostics).toEqual([]);
    expect(manifests.map(({ id, at }) => ({ ...id, line: at.line }))).toEqual([
      { group: "", version: "v1", kind: "ConfigMap", namespace: "shop", name: "settings", line: 4 },
      { group: "", version: "v1", kind: "ConfigMap", namespace: "shop", name: "settings", line: 8 },
    ]);
  });

  it("unpacks lists and keeps the places of their items", () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: { name: web }\n    spec: { replicas: two }\n`;
    const [manifest] = parseManifests(text, "list.yaml").manifests;
    expect(manifest?.id).toMatchObject({ group: "apps", kind: "Deployment", name: "web" });
    expect(manifest?.sourceAt(["spec", "replicas"]).template).toEqual({
      file: "list.yaml",
      line: 7,
      column: 23,
    });
  });

  it("falls back to the nearest parent for a missing path", () => {
    const [manifest] = parseManifests(config, "a.yaml").manifests;
    const { template } = manifest?.sourceAt(["metadata", "labels", "app"]) ?? {};
    expect(template).toEqual({ file: "a.yaml", line: 3, column: 11 });
  });

  it.each([
    ["an empty text", "", ["file-empty"]],
    ["only comments", "# nothing\n---\n", ["file-empty"]],
    ["a list", "- a\n- b\n", ["manifest-not-an-object"]],
    ["a text", "hello", ["manifest-not-an-object"]],
    ["broken YAML", "kind: [", ["yaml-syntax"]],
    [
      "a merge conflict",
      "a: 1\n<<<<<<< ours\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n",
      ["yaml-syntax"],
    ],
    ["a duplicate key", "kind: A\nkind: B\n", ["yaml-duplicate-key"]],
    ["a reserved JavaScript key", "__proto__: { a: 1 }\n", ["yaml-forbidden-key"]],
    ["a boolean as key", "on: a\n", ["yaml-forbidden-key"]],
    ["an empty key", "~: a\n", ["yaml-forbidden-key"]],
    ["a list as key", "? [a]\n: b\n", ["yaml-forbidden-key"]],
    ["an alias as key", "a: &a b\n*a : c\n", ["yaml-forbidden-key"]],
    ["a value that contains itself", "a: &a [*a]\n", ["yaml-alias-limit"]],
    ["deep nesting", `a: ${"[".repeat(80)}${"]".repeat(80)}`, ["yaml-too-deep"]],
    ["endless nesting", "[".repeat(200_000), ["yaml-too-deep"]],
    ["more than ten megabytes", `a: ${"x".repeat(10 * 1024 * 1024)}`, ["file-too-large"]],
    [
      "exponential aliases",
      `a: &a0 [x]\n${range(8)
        .map(
          (n) =>
            `b${n}: &a${n + 1} [${range(9)
              .map(() => `*a${n}`)
              .join()}]`,
        )
        .join("\n")}\n`,
      ["yaml-alias-limit"],
    ],
  ])("refuses %s without throwing", (_what, text, codes) => {
    const { manifests, diagnostics } = parseManifests(text, "a.yaml");
    expect(manifests).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ["on", true],
    ["No", false],
    ["y", true],
    ["'on'", "on"],
    ["010", 8],
    ["-0o17", -15],
    ["0b11", 3],
    ["1_000", 1000],
    ["0x1F", 31],
    ["08", 8],
    ["2026-11-24", "2026-11-24"],
    ["1:30", "1:30"],
    ["!!binary aGVsbG8=", "hello"],
    ["!local text", "text"],
  ])("reads %s like Kubernetes clients", (written, value) => {
    const [manifest] = parseManifests(`${config}data: { key: ${written} }\n`, "a.yaml").manifests;
    expect(manifest?.object["data"]).toEqual({ key: value });
  });

  it("resolves merge keys, accepts numbers as keys, and allows shared values", () => {
    const text = `shared: &shared { app: web }\n${config}data: { <<: *shared, 8080: b }\nlist: [${range(
      300,
    )
      .map(() => "*shared")
      .join()}]\n`;
    const { manifests, diagnostics } = parseManifests(text, "a.yaml");
    expect(diagnostics).toEqual([]);
    expect(manifests[0]?.object["data"]).toEqual({ app: "web", "8080": "b" });
  });

  it("reads valid documents beside invalid ones", () => {
    const { manifests, diagnostics } = parseManifests(`${config}---\nkind: [\n`, "a.yaml");
    expect(manifests).toHaveLength(1);
    expect(diagnostics).toHaveLength(1);
  });
});
