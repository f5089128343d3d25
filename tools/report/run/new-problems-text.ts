import { placeText, type NewProblems, type Finding } from "@altostrata/pipeline";
import { escapeText } from "../document/escape-text.ts";
import { count } from "../document/inline.ts";
import { printTextNodes } from "../document/print-text.ts";
import { painter, type Paint } from "../document/terminal.ts";
import { openProblems } from "./group-problems.ts";
import { problemNodes } from "./run-sections.ts";
import { countNewProblems, nothingChecked, summarise } from "./summarise.ts";
import { withoutRepeatedReasons, type TextOptions } from "./text.ts";

/** Prints the problems that a state adds to an earlier one: new problems in full, all others as counts by code. */
export function newProblemsText(newProblems: NewProblems, options: TextOptions = {}): string {
  const paint = painter(options.colour ?? false);
  const name = escapeText(newProblems.base.label);
  return [
    ...printTextNodes(withoutRepeatedReasons(problemNodes(openProblems(newProblems.new))), {
      paint,
    }),
    ...ruleLines(newProblems, paint),
    ...countLine(`Already in ${name}`, codesOf(newProblems.old), paint),
    ...countLine(`Fixed since ${name}`, codesOf(newProblems.gone), paint),
    ...countLine(
      `Waived since ${name}`,
      newProblems.accepted.map(({ rule }) => rule),
      paint,
    ),
    closingLine(newProblems, { name, paint }),
    "",
  ].join("\n");
}

function codesOf({ findings, diagnostics }: NewProblems["new"]): string[] {
  return [...diagnostics.map(({ code }) => code), ...findings.map(({ rule }) => rule)];
}

function countLine(label: string, codes: readonly string[], paint: Paint): string[] {
  if (codes.length === 0) return [];
  const counts = [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]): [string, number] => [code, all.length])
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const listed = counts.map(([code, number]) => (number === 1 ? code : `${code} (${number})`));
  return [paint("dim", `${label}: ${count(codes.length, "problem")}: ${listed.join(", ")}.`)];
}

/** Lists changed rules: a relaxed rule refuses nothing, but reviewers must see what it now accepts. */
function ruleLines({ rules, base }: NewProblems, paint: Paint): string[] {
  if (!rules) return [];
  const names = [
    ...rules.added.map((rule) => `${rule} (added)`),
    ...rules.removed.map((rule) => `${rule} (removed)`),
    ...rules.changed,
  ];
  return [
    `${paint("bold", `Rules changed since ${escapeText(base.label)}`)}: ${names.join(", ")}.`,
    ...affectedLines(
      "no longer found, or less strict, under the new rules:",
      rules.loosened,
      paint,
    ),
    ...affectedLines("newly found, or stricter, under the new rules:", rules.tightened, paint),
    "",
  ];
}

const mostListed = 20;

function affectedLines(label: string, findings: readonly Finding[], paint: Paint): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ at, rule, severity, message, environment, target }) => {
    const where = [environment, target].filter((name) => name !== undefined).join("/");
    return escapeText(
      `    ${placeText(at)}  ${rule} (${severity}) ${message}${where === "" ? "" : ` [${where}]`}`,
    );
  });
  const more = lines.length > mostListed ? [`    and ${lines.length - mostListed} more`] : [];
  return [`  ${paint("yellow", label)}`, ...lines.slice(0, mostListed), ...more];
}

function closingLine(
  newProblems: NewProblems,
  { name, paint }: { name: string; paint: Paint },
): string {
  const { clean, refused, new: added, old } = countNewProblems(newProblems);
  const { manifests } = summarise(newProblems.result).total;
  const warnings = added > refused ? `, ${count(added - refused, "new warning")}` : "";
  const rest = `${count(old, "old problem")}; ${count(manifests, "manifest")}`;
  if (clean) return paint("green", `Clean: no new problems since ${name}${warnings}, ${rest}.`);
  if (refused === 0) return paint("red", nothingChecked);
  return paint(
    "red",
    `Refused: ${count(refused, "new problem")} since ${name}${warnings}, ${rest}.`,
  );
}
