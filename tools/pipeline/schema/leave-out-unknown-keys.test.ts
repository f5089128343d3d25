import { describe, expect, it } from "vitest";
import { parseYaml } from "../load/parse-yaml.ts";
import type { EstateFile, FileKind } from "../model/estate/estate-files.ts";
import { placeAt } from "../model/origins/origin.ts";
import { startOf } from "../model/origins/place.ts";
import { checkFile } from "./check-file.ts";
import { leaveOutUnknownKeys } from "./leave-out-unknown-keys.ts";

function file(kind: FileKind, text: string): EstateFile {
  const path = "f.yaml";
  const value = parseYaml(`apiVersion: altostrata.dev/v1alpha1\n${text}`, path).value;
  return { path, kind, names: {}, value, digest: "of its bytes" };
}

const environment = "kind: Environment\ntier: staging\nowners: ['@example/a']\n";

describe("leaveOutUnknownKeys", () => {
  it("leaves out what the definition does not know, wherever it stands, and says what", () => {
    const known = leaveOutUnknownKeys(
      file(
        "environment",
        `mood: good\n${environment}residency: [europe]\nweather: { rain: true }\n`,
      ),
    );
    expect(known?.leftOut.toSorted()).toEqual(["mood", "weather"]);
    expect(known && checkFile(known.file)).toEqual([]);
    expect(known?.file.value).toEqual(
      file("environment", `${environment}residency: [europe]\n`).value,
    );
  });

  it("lets every value keep its place, beside and above what is left out", () => {
    const before = file("environment", `mood: good\n${environment}residency: [europe]\n`);
    const { value } = leaveOutUnknownKeys(before)?.file ?? {};
    for (const path of [["tier"], ["owners", 0], ["residency"], []])
      expect(placeAt(value, path, startOf("nowhere"))).toEqual(
        placeAt(before.value, path, startOf("nowhere")),
      );
  });

  it("does not change the file that others still read", () => {
    const before = file("environment", `mood: good\n${environment}residency: [europe]\n`);
    const copy = structuredClone(before.value);
    leaveOutUnknownKeys(before);
    expect(before.value).toEqual(copy);
  });

  it("names what is made of it otherwise than what would be made of all its bytes", () => {
    const known = leaveOutUnknownKeys(
      file("environment", `${environment}residency: [europe]\nmood: good\n`),
    );
    expect(known?.file.digest).not.toBe("of its bytes");
  });

  it.each([
    ["a value is wrong too", `${environment}residency: [atlantis]\nmood: good\n`],
    ["a key is missing too", `kind: Environment\ntier: staging\nmood: good\n`],
    ["it is no map", "- kind\n"],
  ])("gives up when %s", (_, text) => {
    expect(leaveOutUnknownKeys(file("environment", text))).toBeUndefined();
  });

  it("reads words that objects know like any other", () => {
    const known = leaveOutUnknownKeys(
      file("environment", `${environment}residency: [europe]\nvalueOf: 1\ntoString: { a: 1 }\n`),
    );
    expect(known?.leftOut.toSorted()).toEqual(["toString", "valueOf"]);
  });

  it("finds its way into lists and maps", () => {
    const before = file(
      "waivers",
      `kind: Waivers
waivers:
  - { rule: SEC-001, reason: It is needed for now., owner: "@example/a", ticket: A-1, created: 2026-11-01, expires: 2027-01-31, mood: good }
  - { rule: SEC-002, reason: It is needed for now., owner: "@example/a", ticket: A-1, created: 2026-11-01, expires: 2027-01-31 }
`,
    );
    const known = leaveOutUnknownKeys(before);
    expect(known?.leftOut).toEqual(["waivers.0.mood"]);
    expect(placeAt(known?.file.value, ["waivers", 1, "rule"], startOf("nowhere"))).toEqual(
      placeAt(before.value, ["waivers", 1, "rule"], startOf("nowhere")),
    );
  });
});
