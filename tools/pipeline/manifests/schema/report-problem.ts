import type { Key } from "../../model/origins/origin.ts";
import type { ReportProblem } from "../manifest-problem.ts";

/** The context of a schema walk: the kind for messages, the current path, and the receiver of problems. */
export interface Walk {
  readonly kind: string;
  readonly path: Key[];
  readonly report: ReportProblem;
  /** In `anyOf`, `oneOf` and `not` only values count: fields are declared outside of them. */
  readonly valuesOnly?: boolean;
}

/** Reports a problem at the current path. */
export function report(
  walk: Walk,
  code: Parameters<ReportProblem>[0]["code"],
  args: Parameters<ReportProblem>[0]["args"],
): void {
  walk.report({ code, path: [...walk.path], args });
}
