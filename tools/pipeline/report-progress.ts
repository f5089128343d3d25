import type { EnvironmentTarget } from "./model/estate/environment-target.ts";
import type { ResolvedEstate, RunStep } from "./steps.ts";

/** Reports that a step begins with a target. */
export function reportProgress(
  { request, targets: { selected } }: Pick<ResolvedEstate, "request" | "targets">,
  step: RunStep,
  { environment, target }: EnvironmentTarget,
): void {
  if (!request.onProgress) return;
  const done = selected.findIndex(
    (one) => one.environment === environment && one.target === target,
  );
  request.onProgress(step, done, selected.length);
}
