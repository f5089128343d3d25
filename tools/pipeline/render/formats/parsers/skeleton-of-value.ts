import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import type { Path } from "../../../model/origins/origin.ts";
import { isForbiddenKey } from "../../../model/values/forbidden-key.ts";
import { cutAtPlaceholders, onlyPlaceholder } from "../../tree/placeholders.ts";
import type { ParsedText, PrintedText } from "../../tree/parsed-text.ts";
import type { SkeletonEntry, SkeletonNode } from "../../tree/skeleton.ts";

interface Reading {
  readonly refuseKey: (key: string) => void;
  readonly offsetOf: (path: Path) => number;
}

/**
 * Builds the skeleton of a value from a parser without positions; a second pass finds the positions. Every expression
 * is quoted there, so a string that is one placeholder becomes the value with its type.
 */
export function skeletonOfValue(
  value: unknown,
  { placeOf }: PrintedText,
  offsetOf: Reading["offsetOf"],
): ParsedText {
  const diagnostics: Diagnostic[] = [];
  const refuseKey = (key: string) =>
    diagnostics.push({ code: "template-key-invalid", at: placeOf(0), args: { key } });
  const document = read(value, [], { refuseKey, offsetOf });
  return { documents: [document], diagnostics };
}

function read(value: unknown, path: Path, reading: Reading): SkeletonNode {
  const offset = reading.offsetOf(path);
  if (typeof value === "string") return readText(value, offset);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => read(item, [...path, index], reading));
    return { kind: "list", items, offset };
  }
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return { kind: "literal", value, offset };
  }
  const entries: SkeletonEntry[] = [];
  for (const [key, child] of Object.entries(value)) {
    const node = readText(key, 0);
    const below = [...path, key];
    if (isForbiddenKey(key)) reading.refuseKey(key);
    else
      entries.push({
        key: node.kind === "literal" ? key : node,
        value: read(child, below, reading),
        offset: reading.offsetOf(below),
      });
  }
  return { kind: "map", entries, offset };
}

function readText(
  text: string,
  offset: number,
): Extract<SkeletonNode, { kind: "literal" | "value" | "text" }> {
  const only = onlyPlaceholder(text);
  if (only !== undefined) return { kind: "value", index: only, offset };
  const parts = cutAtPlaceholders(text);
  return parts ? { kind: "text", parts, offset } : { kind: "literal", value: text, offset };
}
