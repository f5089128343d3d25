import { describe, expect, it } from "vitest";
import { parseEstateYaml } from "../load/parse-estate-yaml.ts";
import { placeAt } from "../model/origins/origin.ts";
import { startOf } from "../model/origins/place.ts";
import { salvageWaivers } from "./salvage-waivers.ts";

const path = "environments/dev/waivers.yaml";
const head = "apiVersion: altostrata.dev/v1alpha1\nkind: Waivers\n";
const entry = (rule: string, owner = 'owner: "@example/a"') =>
  `  - { rule: ${rule}, reason: long enough a reason, ${owner}, ticket: A-1, created: "2026-11-24", expires: "2027-01-31" }\n`;

const salvage = (text: string, unsound: "file" | "content" = "content") =>
  salvageWaivers({
    path,
    kind: "waivers",
    names: {},
    value: parseEstateYaml(text, path).value,
    unsound,
  });

describe("salvageWaivers", () => {
  it("keeps valid entries with their places and returns the rules of the others", () => {
    const text = `${head}waivers:\n${entry("SEC-051", "ownr: x")}${entry("TOP-005")}${entry("LCK-086", "owner: 3")}`;
    const { waivers, unreadWaivers } = salvage(text);
    expect(waivers?.value.waivers.map(({ rule }) => rule)).toEqual(["TOP-005"]);
    expect(placeAt(waivers?.value, ["waivers", 0], startOf(path))).toMatchObject({ line: 5 });
    expect(unreadWaivers).toEqual(["SEC-051", "LCK-086"]);
  });

  it.each([
    ["an entry names no rule", `${head}waivers:\n${entry("TOP-005")}  - 3\n`],
    ["there is no list", `${head}waivers: 3\n`],
    ["the list has another name", `${head}waivres:\n${entry("TOP-005")}`],
    ["it is a file of another kind", `kind: Environment\nwaivers:\n${entry("TOP-005")}`],
    ["it is not a map", "- 3\n"],
  ])("treats every rule as waived when %s", (_, text) => {
    expect(salvage(text).unreadWaivers).toBe("all");
  });

  it("treats every rule as waived when the YAML is broken", () => {
    expect(salvage(`${head}waivers:\n${entry("TOP-005")}`, "file")).toEqual({
      unreadWaivers: "all",
    });
  });
});
