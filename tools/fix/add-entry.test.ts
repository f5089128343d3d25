import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addEntry } from "./add-entry.ts";

const entry = {
  rule: "SEC-001",
  object: "Deployment/shop/web",
  owner: "@a/b",
  expires: "2027-01-01",
};
const printed = [
  "  - rule: SEC-001",
  "    object: Deployment/shop/web",
  '    owner: "@a/b"',
  '    expires: "2027-01-01"',
  "",
].join("\n");
const head = "# first line\nkind: Waivers # kind\n";
const one =
  "waivers:\n  - rule: SEC-002   # odd  spacing\n    reason: >-\n      folded\n      text\n";

describe("addEntry", () => {
  it.for([
    ["an empty list", `${head}waivers: []\n`, `${head}waivers:\n${printed}`],
    ["a list", `${head}${one}`, `${head}${one}\n${printed}`],
    [
      "a list followed by comments",
      `${head}${one}  # the end\n# of the file\n`,
      `${head}${one}\n${printed}  # the end\n# of the file\n`,
    ],
    [
      "a comment on the last line",
      `waivers:\n  - rule: A # why`,
      `waivers:\n  - rule: A # why\n\n${printed}`,
    ],
    ["a list followed by other keys", `${one}kind: Waivers\n`, `${one}\n${printed}kind: Waivers\n`],
    [
      "a list without indentation",
      "waivers:\n- rule: A\n- rule: B\n",
      `waivers:\n- rule: A\n- rule: B\n${printed.replaceAll(/^ {2}/gm, "")}`,
    ],
  ] as const)("adds lines to %s and changes no other line", ([, before, after]) => {
    expect(addEntry(before, entry)).toBe(after);
  });

  it("keeps line endings", () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    expect(addEntry(windows(`${head}${one}`), entry)).toBe(windows(`${head}${one}\n${printed}`));
  });

  it("replaces the entry of the same scope", () => {
    const text = addEntry(`${head}${one}\n${printed}`, { ...entry, expires: "2027-02-02" });
    expect(text).toContain("# first line\nkind: Waivers # kind\n");
    expect(parse(text ?? "")).toMatchObject({ waivers: [{}, { expires: "2027-02-02" }] });
  });

  it("adds to a flow list", () => {
    const text = addEntry("waivers: [{ rule: SEC-002 }] # short\n", entry);
    expect(parse(text ?? "")).toEqual({ waivers: [{ rule: "SEC-002" }, entry] });
    expect(text).toContain("# short");
  });

  it("creates a missing file", () => {
    expect(parse(addEntry(undefined, entry) ?? "")).toMatchObject({
      kind: "Waivers",
      waivers: [entry],
    });
  });

  it.for(["waivers: 3\n", "kind: Waivers\n", "waivers: [\n"])("refuses %j", (text) => {
    expect(addEntry(text, entry)).toBeUndefined();
  });
});
