import { isRecord, type JsonRecord } from "../../../model/values/json-record.ts";
import type { Path } from "../../../model/origins/origin.ts";

/** Returns the record at `path` in `root`, or undefined if there is no record. */
export function readRecord(root: unknown, path: Path): JsonRecord | undefined {
  let current = root;
  for (const key of path) {
    if (!isRecord(current)) return undefined;
    current = current[String(key)];
  }
  return isRecord(current) ? current : undefined;
}
