import { isRecord } from "../../model/values/json-record.ts";

/** JSON text of a value with sorted keys: equal values give equal text, whatever order their keys were written in. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part)
      ? Object.fromEntries(
          Object.keys(part)
            .sort()
            .map((key) => [key, part[key]]),
        )
      : part,
  );
}
