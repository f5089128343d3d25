import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replaceInText } from "./replace-in-text.ts";
import { findSecrets } from "./replace-secrets.ts";
import { openSource } from "./text/source.ts";
import { hostileTexts } from "./testing/hostile-texts.ts";
import { soups } from "./testing/planting.ts";

/** Maximum steps per character, and for a whole text. */
const mostForOne = 200;
const mostForAll = 2000;

function steps(text: string): number {
  const source = openSource(text);
  findSecrets(source);
  return source.steps;
}

const mostSteps = ({ length }: string): number => mostForOne * length + mostForAll;

describe("the work of redaction", () => {
  it.each(hostileTexts(20_000))("grows with the length of %s, not faster", (_, text) => {
    expect(steps(text)).toBeLessThan(mostSteps(text));
    const twice = text + text;
    // Quadratic work would be four times the work of one half.
    expect(steps(twice)).toBeLessThan(2.5 * steps(text) + mostForAll);
  });

  it.each(hostileTexts(1024 * 1024).filter((_, index) => index % 6 === 0))(
    "ends for a mebibyte of %s",
    (_, text) => {
      expect(steps(text)).toBeLessThan(mostSteps(text));
    },
  );

  it("ends for the texts that hung before", { timeout: 60_000 }, () => {
    for (const text of [
      `pass="${"\\x".repeat(500_000)}`,
      `password: a${" ".repeat(1_000_000)}b`,
      `<${" name='password'".repeat(60_000)}`,
      "-----BEGIN CERTIFICATE-----".repeat(38_000),
    ])
      expect(replaceInText(text, () => "(redacted)").length).toBeGreaterThan(0);
  });

  it("grows with the length of any text", () => {
    fc.assert(
      fc.property(soups, (text) => {
        expect(steps(text)).toBeLessThan(mostSteps(text));
      }),
    );
  });
});
