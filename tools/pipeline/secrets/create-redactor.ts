import { createHmac } from "node:crypto";
import type { JsonRecord } from "../model/values/json-record.ts";
import { redactRecord } from "./redact-record.ts";
import { replaceInText } from "./replace-in-text.ts";

/** Redacts objects and texts with one key, and counts the replacements. */
export interface Redactor {
  readonly object: (object: JsonRecord) => JsonRecord;
  readonly text: (text: string) => string;
  readonly count: () => number;
}

/**
 * Creates a redactor whose tags are keyed fingerprints (HMAC-SHA-256, 8 hex digits). Equal secrets get equal tags under
 * one key, so changes are visible. Without the key, a tag cannot be brute-forced. The key has at least 16 random bytes
 * and comes from the edge.
 */
export function createRedactor(key: Uint8Array): Redactor {
  let count = 0;
  const tag = (secret: string) => {
    count += 1;
    const fingerprint = createHmac("sha256", key).update(secret).digest("hex").slice(0, 8);
    return `(redacted ${fingerprint})`;
  };
  // Cached: most texts appear in many objects, and most contain no secret.
  const clean = new Set<string>();
  const text = (value: string) => {
    if (clean.has(value)) return value;
    const replaced = replaceInText(value, tag);
    if (replaced === value) clean.add(value);
    return replaced;
  };
  // Cached: several steps show the same object, and its secrets count once.
  const redacted = new WeakMap<JsonRecord, JsonRecord>();
  return {
    object: (object) => {
      const known = redacted.get(object) ?? redactRecord(object, { tag, text });
      redacted.set(object, known);
      return known;
    },
    text,
    count: () => count,
  };
}
