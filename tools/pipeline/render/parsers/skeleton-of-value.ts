import type { Diagnostic } from "../../model/diagnostic.ts";
import { isForbiddenKey } from "../forbidden-key.ts";
import { cutAtPlaceholders, onlyPlaceholder } from "../placeholders.ts";
import type { ParsedText, PrintedText } from "../read-skeleton.ts";
import type { SkeletonEntry, SkeletonNode } from "../skeleton.ts";

/**
 * The skeleton of what a parser without positions gave. Every expression stands in quotes there, so a text that is one
 * placeholder becomes the value with its type.
 */
export function skeletonOfValue(value: unknown, { placeOf }: PrintedText): ParsedText {
  const diagnostics: Diagnostic[] = [];
  const document = read(value, (key) =>
    diagnostics.push({ code: "template-key-invalid", at: placeOf(0), args: { key } }),
  );
  return { documents: [document], diagnostics };
}

function read(value: unknown, refuseKey: (key: string) => void): SkeletonNode {
  if (typeof value === "string") return readText(value);
  if (Array.isArray(value)) {
    return { kind: "list", items: value.map((item) => read(item, refuseKey)), offset: 0 };
  }
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return { kind: "literal", value, offset: 0 };
  }
  const entries: SkeletonEntry[] = [];
  for (const [key, child] of Object.entries(value)) {
    const node = readText(key);
    if (isForbiddenKey(key)) refuseKey(key);
    else
      entries.push({
        key: node.kind === "literal" ? key : node,
        value: read(child, refuseKey),
        offset: 0,
      });
  }
  return { kind: "map", entries, offset: 0 };
}

function readText(text: string): Extract<SkeletonNode, { kind: "literal" | "value" | "text" }> {
  const only = onlyPlaceholder(text);
  if (only !== undefined) return { kind: "value", index: only, offset: 0 };
  const parts = cutAtPlaceholders(text);
  return parts ? { kind: "text", parts, offset: 0 } : { kind: "literal", value: text, offset: 0 };
}
