import { debtSince, GitError } from "@altostrata/git";
import { createMemory, type Debt } from "@altostrata/pipeline";
import { debtText, judgeDebt, reportDebtJson } from "@altostrata/report";
import { openShelf } from "./cache/open-shelf.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import { showProgress } from "./progress.ts";
import { readDesiredState } from "./read-desired-state.ts";
import { readPolicies } from "./read-policies.ts";
import type { ReportOutput } from "./report-options.ts";
import { refuseUnknown } from "./refuse-unknown.ts";
import { isSelected, type EstateRun } from "./run-estate.ts";
import { wantsColour } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

interface SinceRequest {
  readonly run: EstateRun;
  /** A branch, tag or commit; `true` for where this branch left the main branch. */
  readonly since: string | true;
  readonly format: ReportOutput["format"] | undefined;
  readonly output: readonly ReportOutput[];
}

/** Reports what the work tree adds to the problems of a commit; gives whether nothing new is refused. Throws CannotRunError. */
export async function validateSince(request: SinceRequest): Promise<boolean> {
  const { run, format, output } = request;
  if (run.ignoreWaivers) {
    throw new CannotRunError(
      "--since asks what a change adds, --no-waivers what is there at all. Use one of them.",
    );
  }
  for (const { format: wanted } of [{ format }, ...output]) refuseForm(wanted);
  // The rules of the work tree must be fresh, as in every run.
  await readPolicies(run.estate);
  refuseUnknown((await readDesiredState(run.estate)).desiredState, run);
  const debt = await findDebt(request);
  for (const { path, format: wanted } of output)
    if (path !== "-") writeWhole(path, print(wanted, debt, false));
  const shown = output.find(({ path }) => path === "-")?.format ?? format ?? "text";
  process.stdout.write(print(shown, debt, wantsColour()));
  return judgeDebt(debt).clean;
}

function refuseForm(format: string | undefined): void {
  if (format === undefined || format === "text" || format === "json") return;
  throw new CannotRunError(
    `With --since a report is text or json; ${format} has no place for what is old. Leave out --since, or choose one of them.`,
  );
}

async function findDebt({ run, since }: SinceRequest): Promise<Debt> {
  const { onProgress, clear } = showProgress();
  const shelf = openShelf(run.cache ?? false);
  try {
    return await debtSince({
      estate: run.estate,
      asOf: run.asOf,
      selects: (place) => isSelected(place, run),
      onProgress,
      memory: createMemory(shelf),
      ...(since === true ? {} : { base: since }),
    });
  } catch (error) {
    if (error instanceof GitError) throw new CannotRunError(error.message);
    throw error;
  } finally {
    shelf?.close();
    clear();
  }
}

function print(format: string, debt: Debt, colour: boolean): string {
  return format === "json" ? reportDebtJson(debt) : debtText(debt, { colour });
}
