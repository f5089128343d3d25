import { parse } from "handlebars/dist/cjs/handlebars/compiler/base.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tooDeep } from "./too-deep.ts";

const nested = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + close.repeat(levels);

describe("tooDeep", () => {
  it.each([
    ["blocks", nested("{{#if a}}", "{{/if}}", 64), nested("{{#if a}}", "{{/if}}", 65)],
    ["inverse blocks", nested("{{~^a}}", "{{/a}}", 64), nested("{{~^a}}", "{{/a}}", 65)],
    [
      "else if",
      `{{#if a}}${"{{else if b}}".repeat(63)}{{/if}}`,
      `{{#if a}}${"{{else if b}}".repeat(64)}{{/if}}`,
    ],
    ["parentheses", `{{a ${nested("(b ", ")", 64)}}}`, `{{a ${nested("(b ", ")", 65)}}}`],
  ])("allows 64 levels of %s and no more", (_, allowed, refused) => {
    expect(tooDeep(allowed)).toBeUndefined();
    expect(tooDeep(refused)).toBeDefined();
  });

  it.each([
    ["many blocks in a row", "{{#if a}}x{{else}}y{{/if}}".repeat(1000)],
    ["blocks in comments", "{{!-- {{#if a}} --}}{{! {{#if a }}".repeat(1000)],
    ["parentheses in texts", `{{a "${"(".repeat(1000)}"}}`],
    ["else if in one block after the other", "{{#if a}}{{else if b}}{{/if}}".repeat(1000)],
    ["ends without a beginning", "{{/if}}".repeat(1000)],
  ])("counts no %s", (_, text) => {
    expect(tooDeep(text)).toBeUndefined();
  });

  it("counts what the parser nests", () => {
    const part = fc.constantFrom(
      "{{#if a}}",
      "{{^a}}",
      "{{else}}",
      "{{else if b}}",
      "{{^}}",
      "{{/if}}",
      "{{/a}}",
      "x",
      "{{!-- {{#if a}} --}}",
      "{{~#if (b c)~}}",
      "{{a}}",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const depth = parsedDepth(text);
        if (depth === undefined) return;
        // Around it as many blocks as just fit, then one more.
        const around = (levels: number) =>
          "{{#with a}}".repeat(levels) + text + "{{/with}}".repeat(levels);
        expect(tooDeep(around(64 - depth))).toBeUndefined();
        expect(tooDeep(around(65 - depth))).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["{{", "{{!--", "{{#if (", "{{else if ", '{{a "', "{{^", "{{!-- --", "{{{{"])(
    "reads a megabyte of %j in one pass",
    (text) => {
      tooDeep(text.repeat(1_000_000 / text.length));
    },
    5_000,
  );
});

interface Body {
  readonly body?: readonly { readonly program?: Body; readonly inverse?: Body }[];
}

/** How deep the parser nests blocks; undefined for texts that it refuses. */
function parsedDepth(text: string): number | undefined {
  try {
    const depthOf = ({ body = [] }: Body): number =>
      Math.max(
        0,
        ...body.map((node) =>
          "type" in node && node.type === "BlockStatement"
            ? 1 + Math.max(depthOf(node.program ?? {}), depthOf(node.inverse ?? {}))
            : 0,
        ),
      );
    return depthOf(parse(text) as Body);
  } catch {
    return undefined;
  }
}
