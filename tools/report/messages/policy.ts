import type { PolicyCode } from "@altostrata/pipeline";
import type { Messages } from "./messages.ts";

/** Messages about waivers and settings. The messages of findings are part of their rules. */
export const policyMessages: Readonly<Record<PolicyCode, Messages>> = {
  "waiver-rule-unknown": {
    title: "Waiver of an unknown rule",
    what: "There is no rule `{rule}`.[ Did you mean `{suggestion}` ({title})?]",
    why: "The waiver covers nothing.",
    fix: "Correct the ID. `alto list rules` shows all rules.",
  },
  "waiver-rule-renamed": {
    title: "Waiver uses an old rule ID",
    what: "The rule `{rule}` is now `{now}`.",
    why: "The waiver still works, but readers will look for the wrong rule.",
    fix: "Use `{now}`.",
  },
  "waiver-expired": {
    title: "Waiver has expired",
    what: "The waiver of `{rule}` ended on {expires} (today is {asOf}).",
    why: "It no longer covers anything.",
    fix: "Remove the cause of the finding, or renew the waiver with a reason.",
  },
  "waiver-expires-too-late": {
    title: "Waiver lasts too long",
    what: "The waiver of `{rule}` lasts {days} days; at most {most} are allowed.",
    why: "A waiver without a review date disables the rule.",
    fix: "Set an earlier day in `expires`.",
  },
  "waiver-unused": {
    title: "Unused waiver",
    what: "`{rule}` has no finding that this waiver covers.",
    why: "It would silently cover the next finding of this kind.",
    fix: "Remove it.",
  },
  "waiver-too-broad": {
    title: "Waiver broader than needed",
    what: "This waiver of `{rule}` covers only `{object}`, but it is not limited to that object.",
    why: "It would silently cover findings on other objects as well.",
    fix: "Add `object: {object}`.",
  },
  "waiver-needs-approval": {
    title: "Waiver without approval",
    what: "The waiver of `{rule}` needs `approvedBy` with someone other than its owner[ {owner}].",
    why: "Two people must accept a critical finding in production.",
    fix: "Add `approvedBy:` with the approver.",
  },
  "waiver-dates-invalid": {
    title: "Invalid waiver dates",
    what: "The waiver of `{rule}` was created on {created} and expires on {expires} (today is {asOf}).",
    why: "Its validity cannot be determined.",
    fix: "Use valid dates, with `created` before `expires` and not in the future.",
  },
  "policy-rule-failed": {
    title: "Rule could not be evaluated",
    what: "[{rules} ]could not be evaluated[: {reason}].",
    why: "Violations of this rule would go unnoticed.",
    fix: "Report this message as a bug in the rule.",
  },
  "policy-settings-invalid": {
    title: "Invalid rule settings",
    what: "[{problem}].",
    why: "The rules would not be as strict as intended.",
    fix: "Correct the file in policies/settings.",
  },
};
