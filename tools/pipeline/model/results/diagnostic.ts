import type { DiagnosticCode } from "./codes.ts";
import { comparePlaces, type Place } from "../origins/place.ts";

/** An argument of a message. Never a secret: steps pass names, paths and numbers. */
export type MessageArgument = string | number | boolean | readonly string[];

/** A fault in the input: code and arguments, place, and the environment, target and object where it appears. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly args: Readonly<Record<string, MessageArgument>>;
  readonly at: Place;
  readonly related?: readonly Place[];
  readonly environment?: string;
  readonly target?: string;
  /** `Kind/namespace/name`, or `Kind/name` for objects without a namespace. */
  readonly object?: string;
  /** The path inside the object, in the dotted form of `alto why`. */
  readonly path?: string;
}

/** Sorts diagnostics by place, code, environment, target, object and arguments; drops exact duplicates. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyed = diagnostics.map((diagnostic) => ({ diagnostic, key: tieBreaker(diagnostic) }));
  keyed.sort((left, right) => {
    const byPlace = comparePlaces(left.diagnostic.at, right.diagnostic.at);
    if (byPlace !== 0) return byPlace;
    if (left.key === right.key) return 0;
    return left.key < right.key ? -1 : 1;
  });
  return keyed
    .filter((entry, index) => {
      const previous = keyed[index - 1];
      return (
        !previous ||
        previous.key !== entry.key ||
        comparePlaces(previous.diagnostic.at, entry.diagnostic.at) !== 0
      );
    })
    .map((entry) => entry.diagnostic);
}

function tieBreaker(diagnostic: Diagnostic): string {
  const { code, environment = "", target = "", object = "", path = "", args } = diagnostic;
  const sortedArgs = Object.keys(args)
    .sort()
    .map((name) => [name, args[name]]);
  return JSON.stringify([code, environment, target, object, path, sortedArgs]);
}
