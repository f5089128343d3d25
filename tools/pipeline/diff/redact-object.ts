import { createHmac } from "node:crypto";
import { isRecord, type JsonRecord } from "../model/json-record.ts";
import { replaceSecrets } from "./secret-text.ts";

/** Names of keys and environment variables whose plain value is a credential. */
const secretName =
  /passw(or)?d|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential|connection[-_.]?string/i;

/** Names that only sound like it: they say where a credential is, how long it lives or which kind, never what it is. */
const referenceName =
  /(name|names|ref|refs|path|store|store_?ref|class|key_?ref|file|url|uri|issuer|type|mode|kind|namespace|interval|seconds|version|policy|algorithm|mount_?token|remote_?path|secret_?key|service_?account_?token|(ca|tls)secret)$/i;

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
}

/** Keys of an object, or of one inside a list of objects, that hold credentials. */
function dataKeys(object: JsonRecord): readonly string[] {
  return object["kind"] === "Secret" ? ["data", "stringData"] : [];
}

function redactRecord(record: JsonRecord, redaction: Redaction): JsonRecord {
  const data = dataKeys(record);
  // An environment variable says in `name` what its `value` is.
  const named = typeof record["name"] === "string" && isSecretName(record["name"]);
  const entries = Object.entries(record)
    .filter(([key]) => !droppedAnnotations.has(key))
    .map(([key, value]): [string, unknown] => {
      const secret =
        redaction.secret ||
        data.includes(key) ||
        (key === "value" && named) ||
        (typeof value !== "object" && isSecretName(key));
      return [key, redactValue(value, { ...redaction, secret })];
    });
  return Object.fromEntries(entries);
}

function redactValue(value: unknown, redaction: Redaction): unknown {
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redaction));
  if (isRecord(value)) return redactRecord(value, redaction);
  if (typeof value === "string") {
    return redaction.secret && value !== "" ? redaction.tag(value) : redaction.text(value);
  }
  return redaction.secret && typeof value === "number" ? redaction.tag(String(value)) : value;
}

function isSecretName(name: string): boolean {
  return secretName.test(name) && !referenceName.test(name);
}
