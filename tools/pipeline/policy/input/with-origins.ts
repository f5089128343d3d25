import {
  copyOrigin,
  originOf,
  setOrigin,
  setRootOrigin,
  type Origin,
} from "../../model/origins/origin.ts";
import { startOf } from "../../model/origins/place.ts";

/** Copies an object with additional keys and keeps the origins of its values; `file` is the default origin. */
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

/** Sets the start of a file as the origin of each key without one, and returns the same object. */
export function setDefaultOrigins<Value extends object>(
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
