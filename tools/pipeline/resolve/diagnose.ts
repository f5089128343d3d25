import type { ResolveCode } from "../model/results/codes.ts";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import { keyPlaceAt, placeAt, type Path } from "../model/origins/origin.ts";
import { startOf, type Place } from "../model/origins/place.ts";

/** A file's value with its path: the form in which the resolve step refers to a file. */
export interface Sourced {
  readonly file: string;
  readonly value: unknown;
}

/** Returns the place of the value at `path` of a file. */
export function placeIn(source: Sourced, path: Path): Place {
  return placeAt(source.value, path, startOf(source.file));
}

/** Returns the place of the key at `path` of a file. */
export function keyPlaceIn(source: Sourced, path: Path): Place {
  return keyPlaceAt(source.value, path, startOf(source.file));
}

/** Creates a diagnostic of the resolve step; `extra` adds the environment, the target and related places. */
export function diagnose(
  code: ResolveCode,
  at: Place,
  details: { args?: Diagnostic["args"] } & Pick<
    Diagnostic,
    "related" | "environment" | "target"
  > = {},
): Diagnostic {
  const { args = {}, ...rest } = details;
  return { code, args, at, ...rest };
}
