import { isRecord } from "../../model/values/json-record.ts";

/** Returns whether a value has a key of this name at any depth. */
export function mentionsKey(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.some((item) => mentionsKey(item, key));
  if (!isRecord(value)) return false;
  return Object.hasOwn(value, key) || Object.values(value).some((item) => mentionsKey(item, key));
}
