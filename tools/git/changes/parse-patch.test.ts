import { describe, expect, it } from "vitest";
import { GitError } from "../git-error.ts";
import { parsePatch } from "./parse-patch.ts";

const parse = (...lines: string[]) => parsePatch(Buffer.from(lines.join("\n"), "latin1"));

describe("parsePatch", () => {
  it("reads lines by the lengths of their hunk, whatever they look like", () => {
    const header = ["diff --git a/x b/x", "index 1..2 100644", "--- a/x", "+++ b/x"];
    const hunk = ["@@ -1,2 +1,2 @@ f", "--- a/y", "+@@ -1 +1 @@", " diff --git a/z b/z\r@@ ", ""];
    expect(parse(...header, ...hunk)).toEqual([
      [
        { on: "base", text: "-- a/y\n" },
        { on: "head", text: "@@ -1 +1 @@\n" },
        { on: "both", text: "diff --git a/z b/z\r@@ \n" },
      ],
    ]);
  });

  it("reads files without lines, and the missing last line feed", () => {
    const ends = ["-a", "\\ No newline at end of file", "+a", ""];
    expect(
      parse("diff --git a/x b/x", "old mode 1", "diff --git a/y b/y", "@@ -1 +1 @@", ...ends),
    ).toEqual([
      [],
      [
        { on: "base", text: "a" },
        { on: "head", text: "a\n" },
      ],
    ]);
    expect(parsePatch(Buffer.alloc(0))).toEqual([]);
  });

  it.each([
    ["a header that it does not know", ["diff --git a/x b/x", "Binary files differ", ""]],
    ["a hunk that ends early", ["diff --git a/x b/x", "@@ -1 +1 @@", "-a", ""]],
    ["a hunk that is too long", ["diff --git a/x b/x", "@@ -1 +0,0 @@", " a", ""]],
    ["a line without a mark", ["diff --git a/x b/x", "@@ -1 +1 @@", "a", ""]],
    ["a cut last line", ["diff --git a/x b/x", "@@ -1 +1 @@", "-a", "+b"]],
  ])("refuses %s", (_, lines) => {
    expect(() => parse(...lines)).toThrow(GitError);
  });
});
