import { describe, expect, it } from "vitest";
import type { Diagnostic } from "@altostrata/pipeline";
import { fillMessage } from "./fill-message.ts";
import { allMessages } from "./all-messages.ts";

const at = { file: "f.yaml", line: 1, column: 1 };

function fill(code: Diagnostic["code"], args: Diagnostic["args"]) {
  return fillMessage({ code, at, args });
}

describe("fillMessage", () => {
  it("omits parts without their arguments", () => {
    expect(fill("file-unknown", {}).what).toBe("No step reads a file at this path.");
    expect(fill("file-unknown", { suggestion: "a.yaml" }).what).toBe(
      "No step reads a file at this path. Did you mean `a.yaml`?",
    );
  });

  it("suggests the closest known name", () => {
    expect(fill("image-unknown", { image: "valky", known: ["valkey", "web"] }).what).toContain(
      "Did you mean `valkey`?",
    );
  });

  it("fills in the text of a named problem", () => {
    expect(fill("yaml-syntax", { problem: "unknown-alias", detail: "x" }).what).toBe(
      "This is not valid YAML: the alias `x` has no anchor above it.",
    );
    expect(
      fill("schema-out-of-range", { where: "a.b", problem: "minimum", limit: 1, found: "0" }).what,
    ).toBe("`a.b` is 0; the minimum is 1.");
  });

  it("escapes values and ignores their braces", () => {
    expect(fill("file-missing", { file: "a\nb{file}[x]" }).what).toBe(
      "`a\\nb{file}[x]` is missing.",
    );
  });
});

describe("allMessages", () => {
  it.for(Object.entries(allMessages))("%s has complete sentences", ([, messages]) => {
    for (const text of [messages.what, messages.why, messages.fix]) {
      expect(text).toMatch(/[.?!}\]]$/);
      expect(text.split("[").length).toBe(text.split("]").length);
    }
    expect(messages.title).toMatch(/^[A-Z].*[^.]$/);
  });
});
