import type { Path } from "../model/origin.ts";

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (not a list, not null). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at `path` below `root`, or undefined when something else or nothing stands there. */
export function recordAt(root: unknown, path: Path): JsonRecord | undefined {
  let current = root;
  for (const key of path) {
    if (!isRecord(current)) return undefined;
    current = current[String(key)];
  }
  return isRecord(current) ? current : undefined;
}
