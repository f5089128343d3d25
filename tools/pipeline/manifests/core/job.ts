import { checkSelector } from "../check-identity.ts";
import {
  reportInvalid,
  reportMissing,
  checkAllowedIfSet,
  reportViolation,
} from "../report-invalid.ts";
import { at, isSet, numberValue, textValue, type Cursor } from "../cursor.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { checkNotNegative } from "./numbers.ts";
import { checkPodTemplate } from "./pods/pod.ts";
import { scheduleProblem } from "./schedule.ts";

/** Checks a standalone Job. */
export function checkJob(object: Cursor, report: ReportProblem): void {
  checkJobSpec(at(object, "spec"), report);
}

/** Checks a CronJob: its schedule and the Jobs it creates. */
export function checkCronJob(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  const schedule = at(spec, "schedule");
  const text = textValue(schedule);
  if (text === undefined) reportMissing(report, spec, "schedule");
  const problem = text === undefined ? undefined : scheduleProblem(text);
  if (problem !== undefined) reportInvalid(report, schedule, problem);
  const zone = at(spec, "timeZone");
  if (isSet(zone) && !isTimeZone(String(zone.value)))
    reportInvalid(report, zone, "it is not a known time zone");
  checkNotNegative(report, spec, [
    "startingDeadlineSeconds",
    "successfulJobsHistoryLimit",
    "failedJobsHistoryLimit",
  ]);
  checkJobSpec(at(spec, "jobTemplate", "spec"), report);
}

function checkJobSpec(spec: Cursor, report: ReportProblem): void {
  checkNotNegative(report, spec, [
    "parallelism",
    "completions",
    "activeDeadlineSeconds",
    "backoffLimit",
    "backoffLimitPerIndex",
    "maxFailedIndexes",
    "ttlSecondsAfterFinished",
  ]);
  const selector = at(spec, "selector");
  if (isSet(selector) && at(spec, "manualSelector").value !== true) {
    reportViolation(report, selector, "The server sets the selector of a Job; remove it");
  }
  checkSelector(selector, report);
  const indexed = textValue(at(spec, "completionMode")) === "Indexed";
  if (indexed && !isSet(at(spec, "completions"))) {
    reportViolation(
      report,
      at(spec, "completionMode"),
      "The completion mode Indexed requires completions",
    );
  }
  checkIndexes(spec, { indexed, report });
  checkPodTemplate(at(spec, "template"), {
    report,
    restart: ["OnFailure", "Never"],
    restartRequired: true,
  });
}

function checkIndexes(
  spec: Cursor,
  { indexed, report }: { indexed: boolean; report: ReportProblem },
): void {
  checkAllowedIfSet(report, at(spec, "completionMode"), ["NonIndexed", "Indexed"]);
  checkAllowedIfSet(report, at(spec, "podReplacementPolicy"), ["Failed", "TerminatingOrFailed"]);
  for (const field of ["backoffLimitPerIndex", "maxFailedIndexes"]) {
    const cursor = at(spec, field);
    if (isSet(cursor) && !indexed)
      reportViolation(report, cursor, `${field} requires the completion mode Indexed`);
  }
  const most = at(spec, "maxFailedIndexes");
  if (isSet(most) && !isSet(at(spec, "backoffLimitPerIndex"))) {
    reportMissing(report, spec, "backoffLimitPerIndex");
  }
  if ((numberValue(most) ?? 0) > (numberValue(at(spec, "completions")) ?? Infinity)) {
    reportInvalid(report, most, "it must not exceed completions");
  }
}

function isTimeZone(name: string): boolean {
  // The server would use its own time zone for these.
  if (name === "" || name.toLowerCase() === "local" || /^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
