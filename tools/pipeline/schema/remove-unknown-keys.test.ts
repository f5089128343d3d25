import { describe, expect, it } from "vitest";
import { parseEstateYaml } from "../load/parse-estate-yaml.ts";
import type { EstateFile, FileKind } from "../model/estate/estate-files.ts";
import { placeAt } from "../model/origins/origin.ts";
import { startOf } from "../model/origins/place.ts";
import { checkFile } from "./check-file.ts";
import { removeUnknownKeys } from "./remove-unknown-keys.ts";

function file(kind: FileKind, text: string): EstateFile {
  const path = "f.yaml";
  const value = parseEstateYaml(`apiVersion: altostrata.dev/v1alpha1\n${text}`, path).value;
  return { path, kind, names: {}, value, digest: "of its bytes" };
}

const environment = "kind: Environment\ntier: staging\nowners: ['@example/a']\n";

describe("removeUnknownKeys", () => {
  it("removes unknown keys at any depth and returns their paths", () => {
    const known = removeUnknownKeys(
      file(
        "environment",
        `mood: good\n${environment}residency: [europe]\nweather: { rain: true }\n`,
      ),
    );
    expect(known?.removedKeys.toSorted()).toEqual(["mood", "weather"]);
    expect(known && checkFile(known.file)).toEqual([]);
    expect(known?.file.value).toEqual(
      file("environment", `${environment}residency: [europe]\n`).value,
    );
  });

  it("keeps the place of every value beside and above removed keys", () => {
    const before = file("environment", `mood: good\n${environment}residency: [europe]\n`);
    const { value } = removeUnknownKeys(before)?.file ?? {};
    for (const path of [["tier"], ["owners", 0], ["residency"], []])
      expect(placeAt(value, path, startOf("nowhere"))).toEqual(
        placeAt(before.value, path, startOf("nowhere")),
      );
  });

  it("does not modify the original file", () => {
    const before = file("environment", `mood: good\n${environment}residency: [europe]\n`);
    const copy = structuredClone(before.value);
    removeUnknownKeys(before);
    expect(before.value).toEqual(copy);
  });

  it("changes the digest of a cleaned file", () => {
    const known = removeUnknownKeys(
      file("environment", `${environment}residency: [europe]\nmood: good\n`),
    );
    expect(known?.file.digest).not.toBe("of its bytes");
  });

  it.each([
    ["a value is also wrong", `${environment}residency: [atlantis]\nmood: good\n`],
    ["a key is also missing", `kind: Environment\ntier: staging\nmood: good\n`],
    ["it is not a map", "- kind\n"],
  ])("returns undefined when %s", (_, text) => {
    expect(removeUnknownKeys(file("environment", text))).toBeUndefined();
  });

  it("reads property names of Object.prototype like other words", () => {
    const known = removeUnknownKeys(
      file("environment", `${environment}residency: [europe]\nvalueOf: 1\ntoString: { a: 1 }\n`),
    );
    expect(known?.removedKeys.toSorted()).toEqual(["toString", "valueOf"]);
  });

  it("removes keys inside lists and maps", () => {
    const before = file(
      "waivers",
      `kind: Waivers
waivers:
  - { rule: SEC-001, reason: It is needed for now., owner: "@example/a", ticket: A-1, created: 2026-11-01, expires: 2027-01-31, mood: good }
  - { rule: SEC-002, reason: It is needed for now., owner: "@example/a", ticket: A-1, created: 2026-11-01, expires: 2027-01-31 }
`,
    );
    const known = removeUnknownKeys(before);
    expect(known?.removedKeys).toEqual(["waivers.0.mood"]);
    expect(placeAt(known?.file.value, ["waivers", 1, "rule"], startOf("nowhere"))).toEqual(
      placeAt(before.value, ["waivers", 1, "rule"], startOf("nowhere")),
    );
  });
});
