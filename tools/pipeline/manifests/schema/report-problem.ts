import type { Key } from "../../model/origins/origin.ts";
import type { Report } from "../problem.ts";

/** What a walk carries: the kind for messages, the path so far, and who takes problems down. */
export interface Walk {
  readonly kind: string;
  readonly path: Key[];
  readonly report: Report;
  /** Inside `anyOf` and its like only values count: which fields exist is said outside of them. */
  readonly valuesOnly?: boolean;
}

/** Reports a problem where the walk stands. */
export function report(
  walk: Walk,
  code: Parameters<Report>[0]["code"],
  args: Parameters<Report>[0]["args"],
): void {
  walk.report({ code, path: [...walk.path], args });
}
