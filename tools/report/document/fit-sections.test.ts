import { describe, expect, it } from "vitest";
import { fitSections, type FittedSection } from "./fit-sections.ts";
import type { Section } from "./node.ts";

const section = (name: string, rank: number, sizes: readonly number[]): Section => ({
  name,
  title: "",
  rank,
  variants: sizes.map((size) => [{ kind: "paragraph", text: ["x".repeat(size)] }]),
});

const print = ({ nodes }: FittedSection): string =>
  nodes.map((node) => (node.kind === "paragraph" ? node.text.map(String).join("") : "")).join("");

const sizes = (sections: readonly Section[], budget: number) =>
  fitSections(sections, { budget, print }).map((one) => `${one.name} ${print(one).length}`);

describe("fitSections", () => {
  const sections = [
    section("verdict", 0, [100]),
    section("where", 3, [300, 50]),
    section("changes", 9, [1000, 500, 10]),
    section("empty", 5, []),
  ];

  it("keeps sections that fit exactly", () => {
    expect(sizes(sections, 1406)).toEqual(["verdict 100", "where 300", "changes 1000"]);
    expect(sizes(sections, 1405)).toEqual(["verdict 100", "where 300", "changes 500"]);
  });

  it("shortens the highest rank first, and never rank 0", () => {
    expect(sizes(sections, 420)).toEqual(["verdict 100", "where 300", "changes 10"]);
    expect(sizes(sections, 200)).toEqual(["verdict 100", "where 50", "changes 10"]);
    expect(sizes(sections, 0)).toEqual(["verdict 100", "where 50", "changes 10"]);
  });

  it("counts bytes, not characters", () => {
    const wide: Section = {
      ...section("wide", 1, []),
      variants: [
        [{ kind: "paragraph", text: ["\u{1F6D1}".repeat(100)] }],
        [{ kind: "paragraph", text: ["short"] }],
      ],
    };
    expect(sizes([wide], 401)).toEqual(["wide 5"]);
    expect(sizes([wide], 402)).toEqual(["wide 200"]);
  });
});
