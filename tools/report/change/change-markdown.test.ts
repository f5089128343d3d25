import { describe, expect, it } from "vitest";
import { changeMarkdown, commentBudget } from "./change-markdown.ts";
import { sampleComparison } from "./sample-comparison.ts";

const hostile = "```\n</details>|@all <b>#1\u202E";

describe("changeMarkdown", () => {
  it("orders sections by a reviewer's questions", () => {
    const text = changeMarkdown(sampleComparison(), commentBudget);
    const order = [
      "Read before merging",
      "### Read first",
      "### Affected targets",
      "### Required reviewers",
      "### Topology",
      "### Manifests",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(places).not.toContain(-1);
  });

  it.each([
    [500, 400],
    [2, 2000],
  ])(
    "stays within its budget for %i environments with %i changes each, and reports the shortening",
    (environments, changes) => {
      const text = changeMarkdown(sampleComparison({ environments, changes }), commentBudget);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(commentBudget);
      expect(text).toContain("Shortened to fit");
      expect(balance(text)).toBe(0);
    },
  );

  it.each([2000, 5000, 20_000, 59_999, 60_000, 60_001])(
    "closes every element and fence within a budget of %i bytes",
    (budget) => {
      const text = changeMarkdown(
        sampleComparison({ environments: 40, changes: 60, text: hostile }),
        budget,
      );
      expect(balance(text)).toBe(0);
      expect(fencesClosed(text)).toBe(true);
      if (budget >= 5000) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget);
    },
  );

  it("escapes markup in hostile names", () => {
    const text = changeMarkdown(sampleComparison({ text: hostile }), commentBudget);
    expect(text).not.toContain("\u202E");
    expect(withoutCode(text)).not.toMatch(/@all|<b>#/);
    expect(balance(text)).toBe(0);
  });

  it("shows 500 environments with the same change as one row", () => {
    const text = changeMarkdown(sampleComparison({ environments: 500, changes: 2 }), commentBudget);
    expect(text).toContain("| 500 environments | 500 targets |");
    expect(Buffer.byteLength(text)).toBeLessThan(8000);
  });

  it("reports an empty comparison in one line", () => {
    const text = changeMarkdown(sampleComparison({ environments: 0, changes: 0 }), commentBudget);
    expect(text).toContain("No manifest changes");
    expect(text.length).toBeLessThan(500);
  });
});

/** Counts unclosed details outside of code. */
function balance(text: string): number {
  const outside = withoutCode(text);
  return outside.split("<details>").length - outside.split("</details>").length;
}

function withoutCode(text: string): string {
  return withoutFences(text).replaceAll(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
}

function withoutFences(text: string): string {
  return text.replaceAll(/^(`{4,})[a-z]*\n[\s\S]*?\n\1$/gm, "");
}

function fencesClosed(text: string): boolean {
  return !/^`{4,}/m.test(withoutFences(text));
}
