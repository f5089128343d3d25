import { describe, expect, it } from "vitest";
import { changePage } from "./change-page.ts";
import { sampleComparison } from "../sample-comparison.ts";

describe("changePage", () => {
  it("loads no external resources", () => {
    const page = changePage(sampleComparison());
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)|url\((?!#)|@import/);
    expect(page).toContain("default-src 'none'");
  });

  it("escapes hostile names", () => {
    const page = changePage(
      sampleComparison({ text: `"><script>alert(1)</script><img src=x onerror='x'>` }),
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("onerror='");
  });

  it("is deterministic", () => {
    expect(changePage(sampleComparison())).toBe(changePage(sampleComparison()));
  });
});
