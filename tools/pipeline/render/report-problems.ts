import type { DiagnosticCode } from "../model/results/codes.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import { objectName, type ObjectId } from "../model/kubernetes/manifest.ts";
import type { View } from "../model/view/view.ts";
import type { Place } from "../model/origins/place.ts";

/** Collects the problems of one system on one target. */
export interface Report {
  readonly problem: (
    code: DiagnosticCode,
    at: Place,
    args: Record<string, MessageArgument>,
    about?: { readonly object?: ObjectId | undefined; readonly related?: readonly Place[] },
  ) => void;
  readonly diagnostics: readonly Diagnostic[];
  /** Records that an object could not be rendered, which has a diagnostic. */
  readonly loseObject: () => void;
  readonly lacksObjects: () => boolean;
}

/** Creates a report whose diagnostics carry the environment and target of a view. */
export function reportFor({ environment, target }: View): Report {
  const diagnostics: Diagnostic[] = [];
  let lost = false;
  return {
    diagnostics,
    loseObject: () => {
      lost = true;
    },
    lacksObjects: () => lost,
    problem: (code, at, args, { object, related = [] } = {}) =>
      diagnostics.push({
        code,
        args,
        at,
        environment: environment.name,
        target: target.name,
        ...(object && { object: objectName(object) }),
        ...(related.length > 0 && { related }),
      }),
  };
}
