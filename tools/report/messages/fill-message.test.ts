import { describe, expect, it } from "vitest";
import type { Diagnostic } from "@altostrata/pipeline";
import { fillMessage } from "./fill-message.ts";
import { allMessages } from "./all-messages.ts";

const at = { file: "f.yaml", line: 1, column: 1 };

function word(code: Diagnostic["code"], args: Diagnostic["args"]) {
  return fillMessage({ code, at, args });
}

describe("fillMessage", () => {
  it("leaves out what was not given", () => {
    expect(word("file-unknown", {}).what).toBe("No step reads a file at this path.");
    expect(word("file-unknown", { suggestion: "a.yaml" }).what).toBe(
      "No step reads a file at this path. Did you mean `a.yaml`?",
    );
  });

  it("finds out what was meant among the known names", () => {
    expect(word("image-unknown", { image: "valky", known: ["valkey", "web"] }).what).toContain(
      "Did you mean `valkey`?",
    );
  });

  it("words the problem that a step names", () => {
    expect(word("yaml-syntax", { problem: "unknown-alias", detail: "x" }).what).toBe(
      "This is not valid YAML: the alias `x` has no anchor above it.",
    );
    expect(
      word("schema-out-of-range", { where: "a.b", problem: "minimum", limit: 1, found: "0" }).what,
    ).toBe("`a.b` is 0; the minimum is 1.");
  });

  it("escapes what values hold, and does not take their braces for its own", () => {
    expect(word("file-missing", { file: "a\nb{file}[x]" }).what).toBe(
      "`a\\nb{file}[x]` is missing.",
    );
  });
});

describe("words", () => {
  it.for(Object.entries(allMessages))("%s is said in whole sentences", ([, words]) => {
    for (const text of [words.what, words.why, words.fix]) {
      expect(text).toMatch(/[.?!}\]]$/);
      expect(text.split("[").length).toBe(text.split("]").length);
    }
    expect(words.title).toMatch(/^[A-Z].*[^.]$/);
  });
});
