import { describe, expect, it } from "vitest";
import { createRedactor } from "./create-redactor.ts";
import { plantedTexts, readableTexts } from "./testing/corpus.ts";

const redactor = () => createRedactor(Buffer.alloc(32, 7));

describe("the corpus of credentials", () => {
  it.each(plantedTexts().map(({ title, text, leaks }) => [title, text, leaks] as const))(
    "hides %s",
    (_, text, leaks) => {
      const { text: redact, object } = redactor();
      const windows = text.replaceAll("\n", "\r\n");
      for (const written of [text, `${text}\n`, `first: 1\n${text}\nlast: 2`, windows]) {
        const shown = redact(written);
        for (const leak of leaks) expect(shown).not.toContain(leak);
        expect(redact(shown)).toBe(shown);
      }
      const inside = JSON.stringify(object({ kind: "ConfigMap", data: { file: text } }));
      const nested = redact(JSON.stringify({ file: text }));
      for (const leak of leaks) expect(inside + nested).not.toContain(leak);
    },
  );

  it.each(readableTexts().map(({ title, text }) => [title, text] as const))(
    "shows %s",
    (_, text) => {
      const { text: redact } = redactor();
      expect(redact(text)).toBe(text);
      expect(redact(`first: 1\n${text}\n`)).toBe(`first: 1\n${text}\n`);
      expect(redact(JSON.stringify({ file: text }))).toBe(JSON.stringify({ file: text }));
    },
  );
});
