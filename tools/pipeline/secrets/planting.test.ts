import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "./create-redactor.ts";
import { plantings, secretNames, secrets, soups } from "./testing/planting.ts";

const key = Buffer.alloc(32, 7);

describe("a planted credential", () => {
  it("never shows, whatever its name, its format and what it stands in", () => {
    fc.assert(
      fc.property(plantings, ({ text, secret }) => {
        const { text: redact, object } = createRedactor(key);
        expect(redact(text)).not.toContain(secret);
        expect(JSON.stringify(object({ kind: "ConfigMap", data: { file: text } }))).not.toContain(
          secret,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("never shows below its name in an object, however deep", () => {
    const nest = (value: unknown, [wrap, ...rest]: readonly boolean[]): unknown =>
      wrap === undefined ? value : nest(wrap ? [value] : { inner: value, user: "u" }, rest);
    fc.assert(
      fc.property(
        secretNames,
        secrets,
        fc.array(fc.boolean(), { maxLength: 6 }),
        (name, secret, wraps) => {
          const { object } = createRedactor(key);
          const shown = object({ spec: { [name]: nest(secret, wraps) } });
          expect(JSON.stringify(shown)).not.toContain(secret);
        },
      ),
    );
  });
});

describe("redaction", () => {
  it("does the same for any text twice, and twice is once", () => {
    fc.assert(
      fc.property(soups, (text) => {
        const { text: redact } = createRedactor(key);
        const shown = redact(text);
        expect(createRedactor(key).text(text)).toBe(shown);
        expect(redact(shown)).toBe(shown);
      }),
      { numRuns: 1000 },
    );
  });

  it("tells a changed credential from one that stayed", () => {
    fc.assert(
      fc.property(secretNames, secrets, secrets, (name, one, other) => {
        fc.pre(one !== other);
        const { text, object } = createRedactor(key);
        const show = (secret: string): string =>
          text(`{"${name}": "${secret}"}`) + JSON.stringify(object({ [name]: secret }));
        expect(show(one)).toBe(show(one));
        expect(show(one)).not.toBe(show(other));
      }),
    );
  });
});
