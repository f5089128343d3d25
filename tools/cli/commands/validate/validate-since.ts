import { newProblemsSince } from "@altostrata/git";
import type { NewProblems } from "@altostrata/pipeline";
import { newProblemsText, countNewProblems, newProblemsJson } from "@altostrata/report";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { withRunContext } from "../../run/with-run-context.ts";
import { readDesiredState } from "../../files/read-desired-state.ts";
import { readPolicies } from "../../files/read-policies.ts";
import type { ReportOutput } from "../../options/report-options.ts";
import { refuseUnknown } from "../../options/refuse-unknown.ts";
import { isSelected, type EstateRun } from "../../run/run-estate.ts";
import { wantsColour } from "../../terminal/terminal.ts";
import { writeOutputs } from "../../files/write-outputs.ts";

interface SinceRequest {
  readonly run: EstateRun;
  /** A branch, tag or commit; `true` means the merge base with the main branch. */
  readonly since: string | true;
  readonly format: ReportOutput["format"] | undefined;
  readonly output: readonly ReportOutput[];
}

/**
 * Reports problems that are new in the work tree since a commit. Returns whether nothing new is refused. Throws
 * CannotRunError or GitError.
 */
export async function validateSince(request: SinceRequest): Promise<boolean> {
  const { run, format, output } = request;
  if (run.ignoreWaivers) {
    throw new CannotRunError(
      "--since and --no-waivers cannot be combined: --since reports only new problems, --no-waivers all of them.",
    );
  }
  for (const { format: wanted } of [{ format }, ...output]) refuseFormat(wanted);
  // The bundle of the work tree must be up to date, as in every run.
  await readPolicies(run.estate);
  refuseUnknown((await readDesiredState(run.estate)).desiredState, run);
  const newProblems = await findNewProblems(request);
  writeOutputs({ format, output }, (wanted, place) =>
    wanted === "json"
      ? newProblemsJson(newProblems)
      : newProblemsText(newProblems, { colour: place === "screen" && wantsColour() }),
  );
  return countNewProblems(newProblems).clean;
}

function refuseFormat(format: string | undefined): void {
  if (format === undefined || format === "text" || format === "json") return;
  throw new CannotRunError(
    `--since supports only the formats text and json, not ${format}. Omit --since, or choose one of them.`,
  );
}

function findNewProblems({ run, since }: SinceRequest): Promise<NewProblems> {
  const { estate, asOf, cache = false } = run;
  const base = since === true ? undefined : since;
  return withRunContext({ cache }, (context) =>
    newProblemsSince({
      estate,
      asOf,
      selects: (place) => isSelected(place, run),
      ...context,
      ...(base === undefined ? {} : { base }),
    }),
  );
}
