import type { PolicyCode } from "@altostrata/pipeline";
import type { Words } from "./words.ts";

/** The wording of waivers and settings that cannot be used. What a rule finds is worded by the rule itself. */
export const policyWords: Readonly<Record<PolicyCode, Words>> = {
  "waiver-rule-unknown": {
    title: "Waiver of an unknown rule",
    what: "There is no rule `{rule}`.[ Did you mean `{suggestion}` ({title})?]",
    why: "The waiver covers nothing.",
    fix: "Correct the id; `alto list rules` shows all.",
  },
  "waiver-rule-renamed": {
    title: "Waiver under an old rule id",
    what: "The rule `{rule}` is now `{now}`.",
    why: "The waiver still works, but readers will look for the wrong rule.",
    fix: "Write `{now}`.",
  },
  "waiver-expired": {
    title: "Waiver has expired",
    what: "The waiver of `{rule}` ended on {expires} (today is {asOf}).",
    why: "It covers nothing any more.",
    fix: "Remove the cause of the finding, or renew the waiver with a reason.",
  },
  "waiver-expires-too-late": {
    title: "Waiver for too long",
    what: "The waiver of `{rule}` lasts {days} days; at most {most} are allowed.",
    why: "A waiver that nobody has to look at again is a rule switched off.",
    fix: "Choose an earlier day in `expires`.",
  },
  "waiver-unused": {
    title: "Waiver without a finding",
    what: "Nothing is found by `{rule}` that this waiver covers.",
    why: "It would silently cover the next finding of this kind.",
    fix: "Remove it.",
  },
  "waiver-too-broad": {
    title: "Waiver broader than needed",
    what: "All that this waiver of `{rule}` covers is `{object}`, but it names no object.",
    why: "It would silently cover findings on other objects as well.",
    fix: "Add `object: {object}`.",
  },
  "waiver-needs-approval": {
    title: "Waiver without approval",
    what: "The waiver of `{rule}` needs `approvedBy` somebody other than its owner[ {owner}].",
    why: "A critical finding in production is accepted by two people, not by one.",
    fix: "Add `approvedBy:` with who agreed.",
  },
  "waiver-dates-invalid": {
    title: "Waiver with impossible dates",
    what: "The waiver of `{rule}` is created on {created} and expires on {expires} (today is {asOf}).",
    why: "It cannot be judged whether it holds.",
    fix: "Write days that exist, with `created` before `expires` and not in the future.",
  },
  "policy-rule-failed": {
    title: "Rule could not be judged",
    what: "[{rules} ]could not be evaluated[: {reason}].",
    why: "What was not judged is not known to be right.",
    fix: "Report this with the message; the rules themselves need a correction.",
  },
  "policy-settings-invalid": {
    title: "Settings of the rules are wrong",
    what: "[{problem}].",
    why: "How strict the rules are is not what somebody intended.",
    fix: "Correct the file below policies/settings.",
  },
};
