import {
  copyOrigin,
  originOf,
  setOrigin,
  setRootOrigin,
  type Origin,
} from "../../model/origins/origin.ts";
import { startOf } from "../../model/origins/place.ts";

/** A copy of an object with more keys, that still knows where each of its values stands; `file` is the fallback for all of it. */
export function withOrigins<Value extends object, Extra extends object>(
  value: Value,
  { extra, file }: { extra: Extra; file: string },
): Value & Extra {
  const copy = { ...value, ...extra };
  setRootOrigin(copy, fileOrigin(file));
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(extra, key)) copyOrigin({ container: value, key }, { container: copy, key });
  }
  return copy;
}

/** The same object, after giving each of its keys that has no place yet the start of the file that it is about. */
export function inFiles<Value extends object>(
  value: Value,
  fileOf: (key: string) => string,
): Value {
  for (const key of Object.keys(value)) {
    if (!originOf(value, key)) setOrigin(value, key, fileOrigin(fileOf(key)));
  }
  return value;
}

function fileOrigin(file: string): Origin {
  return { place: startOf(file) };
}
