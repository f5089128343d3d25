import { describe, expect, it } from "vitest";
import { hunksOf } from "./hunks.ts";

const keys = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, value]));

describe("hunksOf", () => {
  it("shows changed lines with context", () => {
    const [hunk, ...others] = hunksOf({
      base: keys(30, "a"),
      head: { ...keys(30, "a"), key15: "b" },
    });
    expect(others).toEqual([]);
    expect(hunk?.lines.map(({ sign }) => sign).join("")).toBe("   -+   ");
  });

  it("replaces all lines of a text with too many differences", () => {
    const hunks = hunksOf({ base: keys(3000, "a"), head: keys(3000, "b") });
    expect(hunks).toHaveLength(1);
    const signs = hunks[0]?.lines.map(({ sign }) => sign) ?? [];
    expect(signs.lastIndexOf("-")).toBe(2999);
    expect(signs.indexOf("+")).toBe(3000);
    expect(signs).toHaveLength(6000);
  });
});
