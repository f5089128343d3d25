import { describe, expect, it } from "vitest";
import { readPlainManifests } from "./read-plain.ts";

const text = `# As somebody else rendered it
apiVersion: v1
kind: ConfigMap
metadata: { name: one }
data:
  key: "{{ literal }} \uE0000\uE001"
---
apiVersion: v1
kind: Namespace
metadata:
  name: two
`;

describe("readPlainManifests", () => {
  it("gives the objects of any YAML, all of it literal, with the lines of its file", () => {
    const { manifests, diagnostics } = readPlainManifests(text, "checked.yaml");
    expect(diagnostics).toEqual([]);
    expect(manifests.map(({ id, at }) => [id.kind, at.line])).toEqual([
      ["ConfigMap", 2],
      ["Namespace", 8],
    ]);
    expect(manifests[0]?.object["data"]).toEqual({ key: "{{ literal }} \uE0000\uE001" });
    expect(manifests[0]?.sourceAt(["data", "key"])).toEqual({
      template: { file: "checked.yaml", line: 6, column: 8 },
    });
  });
});
