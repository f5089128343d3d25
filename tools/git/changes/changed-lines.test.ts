import { describe, expect, it } from "vitest";
import { changedLines } from "./changed-lines.ts";
import type { PatchLine } from "./patch-line.ts";

/** Lines with a space, a minus or a plus before each. */
const changed = (...marked: string[]) =>
  changedLines(
    marked.map((line): PatchLine => {
      const on = line.startsWith("-") ? "base" : line.startsWith("+") ? "head" : "both";
      return { on, text: line.slice(1) };
    }),
  );

describe("changedLines", () => {
  it("keeps each change with the nearest unique line above and one line below", () => {
    expect(changed(" a", " b", " }", "-c", "+d", " }", " e", " f", "+g")).toEqual([
      "...",
      " b",
      " }",
      "-c",
      "+d",
      " }",
      "...",
      " f",
      "+g",
    ]);
  });

  it("goes back to the start where no line is unique", () => {
    expect(changed(" }", " }", "+a", " }")).toEqual([" }", " }", "+a", " }"]);
    expect(changed("+a")).toEqual(["+a"]);
  });

  it("is empty without a change", () => {
    expect(changed(" a", " b")).toEqual([]);
  });

  it("keeps all lines between two changes that are close", () => {
    expect(changed(" a", "+b", " c", "+d")).toEqual([" a", "+b", " c", "+d"]);
  });
});
