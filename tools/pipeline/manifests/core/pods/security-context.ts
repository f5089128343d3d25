import {
  reportInvalid,
  reportMissing,
  checkAllowedIfSet,
  reportViolation,
  reportDuplicate,
} from "../../report-invalid.ts";
import { at, isSet, items, textValue, type Cursor } from "../../cursor.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkBetween } from "../numbers.ts";

const maxId = 2 ** 31 - 1;

/** Checks the security context of a container: identifiers, profiles and contradictions. */
export function checkContainerSecurity(context: Cursor, report: ReportProblem): void {
  if (!isSet(context)) return;
  checkIds(context, report);
  checkProfiles(context, report);
  checkAllowedIfSet(report, at(context, "procMount"), ["Default", "Unmasked"]);
  if (at(context, "allowPrivilegeEscalation").value !== false) return;
  if (at(context, "privileged").value === true) {
    reportViolation(
      report,
      context,
      "A privileged container conflicts with allowPrivilegeEscalation: false",
    );
  }
  const added = items(at(context, "capabilities", "add")).map(({ value }) => value);
  if (added.includes("CAP_SYS_ADMIN")) {
    reportViolation(
      report,
      context,
      "The capability CAP_SYS_ADMIN conflicts with allowPrivilegeEscalation: false",
    );
  }
}

/** Checks the security context of a pod. */
export function checkPodSecurity(context: Cursor, report: ReportProblem): void {
  if (!isSet(context)) return;
  checkIds(context, report);
  checkProfiles(context, report);
  checkBetween(report, at(context, "fsGroup"), [0, maxId]);
  checkAllowedIfSet(report, at(context, "fsGroupChangePolicy"), ["Always", "OnRootMismatch"]);
  checkAllowedIfSet(report, at(context, "supplementalGroupsPolicy"), ["Merge", "Strict"]);
  for (const group of items(at(context, "supplementalGroups"))) {
    checkBetween(report, group, [0, maxId]);
  }
  const settings = new Set<unknown>();
  for (const setting of items(at(context, "sysctls"))) {
    const name = at(setting, "name");
    if (settings.has(name.value)) reportDuplicate(report, setting, String(name.value));
    settings.add(name.value);
    if (
      !/^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9][-_a-z0-9]*[a-z0-9]?$/.test(
        textValue(name) ?? "",
      )
    ) {
      reportInvalid(report, name, "it is not a valid sysctl name");
    }
  }
}

function checkIds(context: Cursor, report: ReportProblem): void {
  checkBetween(report, at(context, "runAsUser"), [0, maxId]);
  checkBetween(report, at(context, "runAsGroup"), [0, maxId]);
}

function checkProfiles(context: Cursor, report: ReportProblem): void {
  for (const field of ["seccompProfile", "appArmorProfile"]) {
    const profile = at(context, field);
    if (!isSet(profile)) continue;
    const local = textValue(at(profile, "localhostProfile")) !== undefined;
    const type = textValue(at(profile, "type"));
    if (type === undefined) reportMissing(report, profile, "type");
    else if (type === "Localhost" && !local) reportMissing(report, profile, "localhostProfile");
    else if (type !== "Localhost" && local) {
      reportViolation(
        report,
        at(profile, "localhostProfile"),
        "localhostProfile requires the type Localhost",
      );
    }
  }
}
