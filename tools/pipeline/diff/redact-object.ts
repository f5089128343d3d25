import { createHmac } from "node:crypto";
import { isRecord, type JsonRecord } from "../model/values/json-record.ts";
import { isHarmless, isSecretName } from "./secret-name.ts";
import { replaceSecrets } from "./secret-text.ts";

const droppedAnnotations: ReadonlySet<string> = new Set([
  "kubectl.kubernetes.io/last-applied-configuration",
]);

/** Redacts objects and texts with one key, and counts what it replaced. */
export interface Redactor {
  readonly object: (object: JsonRecord) => JsonRecord;
  readonly text: (text: string) => string;
  readonly count: () => number;
}

/**
 * A redactor whose tags are keyed fingerprints (HMAC-SHA-256, 8 hex digits): equal secrets get equal tags under one key, so a
 * change shows, and without the key a tag cannot be tried out. The key is at least 16 random bytes, from the edge.
 */
export function createRedactor(key: Uint8Array): Redactor {
  let count = 0;
  const tag = (secret: string) => {
    count += 1;
    const fingerprint = createHmac("sha256", key).update(secret).digest("hex").slice(0, 8);
    return `(redacted ${fingerprint})`;
  };
  // Most texts stand in many objects, and most hold no secret.
  const clean = new Set<string>();
  const text = (value: string) => {
    if (clean.has(value)) return value;
    const replaced = replaceSecrets(value, tag);
    if (replaced === value) clean.add(value);
    return replaced;
  };
  // Several steps show one object: it is redacted, and its secrets are counted, once.
  const redacted = new WeakMap<JsonRecord, JsonRecord>();
  return {
    object: (object) => {
      const known = redacted.get(object) ?? redactRecord(object, { tag, text, secret: false });
      redacted.set(object, known);
      return known;
    },
    text,
    count: () => count,
  };
}

interface Redaction {
  readonly tag: (secret: string) => string;
  readonly text: (value: string) => string;
  /** The name above says that every plain value below is a credential. */
  readonly secret: boolean;
  /** The name above says that an object below holds one, under a key that says only how it is given. */
  readonly holder?: boolean;
}

/** Keys under which an object that is called a secret has its plain value. */
const plainKey = /^(?:value|literal|plain(?:[-_]?text)?|inline|raw|text)$/i;

/** What is called so is never a list of names. */
const listedSecret = /passw|passphrase|credential|api[-_.]?key|private[-_.]?key/i;

/** Keys of an object, or of one inside a list of objects, that hold credentials. */
function holdsData(key: string, object: JsonRecord): boolean {
  const { kind } = object;
  return (
    (key === "stringData" && typeof kind === "string") || (key === "data" && kind === "Secret")
  );
}

function redactRecord(record: JsonRecord, redaction: Redaction): JsonRecord {
  // An environment variable, or a parameter, says in `name` or `key` what its `value` is.
  const named = [record["name"], record["key"]].some(
    (name) => typeof name === "string" && isSecretName(name),
  );
  const entries = Object.entries(record)
    .filter(([key]) => !droppedAnnotations.has(key))
    .map(([key, value]): [string, unknown] => {
      const isNamed = isSecretName(key);
      const secret =
        redaction.secret ||
        holdsData(key, record) ||
        (key === "value" && named) ||
        (redaction.holder === true && plainKey.test(key)) ||
        (isNamed &&
          (typeof value !== "object" || (Array.isArray(value) && listedSecret.test(key))));
      return [redaction.text(key), redactValue(value, { ...redaction, secret, holder: isNamed })];
    });
  return Object.fromEntries(entries);
}

function redactValue(value: unknown, redaction: Redaction): unknown {
  if (Array.isArray(value)) return redactList(value, redaction);
  if (isRecord(value)) return redactRecord(value, redaction);
  if (typeof value === "string") {
    return redaction.secret && !isHarmless(value) ? redaction.tag(value) : redaction.text(value);
  }
  return redaction.secret && typeof value === "number" ? redaction.tag(String(value)) : value;
}

/** Arguments of a command: an option says what the next one is. */
function redactList(list: readonly unknown[], redaction: Redaction): readonly unknown[] {
  return list.map((item, index) => {
    const before = list[index - 1];
    const option = typeof before === "string" ? /^--?([\w.-]+)$/.exec(before)?.[1] : undefined;
    const secret =
      redaction.secret ||
      (option !== undefined && isSecretName(option) && !String(item).startsWith("-"));
    return redactValue(item, { ...redaction, secret });
  });
}
