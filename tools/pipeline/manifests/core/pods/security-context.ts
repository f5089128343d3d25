import { invalid, missing, oneOfIfSet, refused, repeated } from "../../complain.ts";
import { at, isSet, items, textOf, type Cursor } from "../../cursor.ts";
import type { Report } from "../../problem.ts";
import { between } from "../numbers.ts";

const mostId = 2 ** 31 - 1;

/** Checks the security context of a container: identifiers, profiles and contradictions. */
export function checkContainerSecurity(context: Cursor, report: Report): void {
  if (!isSet(context)) return;
  checkIds(context, report);
  checkProfiles(context, report);
  oneOfIfSet(report, at(context, "procMount"), ["Default", "Unmasked"]);
  if (at(context, "allowPrivilegeEscalation").value !== false) return;
  if (at(context, "privileged").value === true) {
    refused(report, context, "A privileged container cannot forbid privilege escalation");
  }
  const added = items(at(context, "capabilities", "add")).map(({ value }) => value);
  if (added.includes("CAP_SYS_ADMIN")) {
    refused(
      report,
      context,
      "CAP_SYS_ADMIN and forbidding privilege escalation exclude each other",
    );
  }
}

/** Checks the security context of a pod. */
export function checkPodSecurity(context: Cursor, report: Report): void {
  if (!isSet(context)) return;
  checkIds(context, report);
  checkProfiles(context, report);
  between(report, at(context, "fsGroup"), [0, mostId]);
  oneOfIfSet(report, at(context, "fsGroupChangePolicy"), ["Always", "OnRootMismatch"]);
  oneOfIfSet(report, at(context, "supplementalGroupsPolicy"), ["Merge", "Strict"]);
  for (const group of items(at(context, "supplementalGroups"))) {
    between(report, group, [0, mostId]);
  }
  const settings = new Set<unknown>();
  for (const setting of items(at(context, "sysctls"))) {
    const name = at(setting, "name");
    if (settings.has(name.value)) repeated(report, setting, String(name.value));
    settings.add(name.value);
    if (
      !/^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9][-_a-z0-9]*[a-z0-9]?$/.test(
        textOf(name) ?? "",
      )
    ) {
      invalid(report, name, "it is no kernel setting");
    }
  }
}

function checkIds(context: Cursor, report: Report): void {
  between(report, at(context, "runAsUser"), [0, mostId]);
  between(report, at(context, "runAsGroup"), [0, mostId]);
}

function checkProfiles(context: Cursor, report: Report): void {
  for (const field of ["seccompProfile", "appArmorProfile"]) {
    const profile = at(context, field);
    if (!isSet(profile)) continue;
    const local = textOf(at(profile, "localhostProfile")) !== undefined;
    const type = textOf(at(profile, "type"));
    if (type === undefined) missing(report, profile, "type");
    else if (type === "Localhost" && !local) missing(report, profile, "localhostProfile");
    else if (type !== "Localhost" && local) {
      refused(
        report,
        at(profile, "localhostProfile"),
        "localhostProfile is for the type Localhost",
      );
    }
  }
}
