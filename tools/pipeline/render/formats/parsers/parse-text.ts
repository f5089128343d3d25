import { cutAtPlaceholders } from "../../tree/placeholders.ts";
import type { ParsedText, PrintedText } from "../../tree/parsed-text.ts";

/** Wraps a text of unknown language as one document. */
export function parseText({ text }: PrintedText): ParsedText {
  const parts = cutAtPlaceholders(text);
  const document = parts
    ? ({ kind: "text", parts, offset: 0 } as const)
    : ({ kind: "literal", value: text, offset: 0 } as const);
  return { documents: [document], diagnostics: [] };
}
