import { placeText, type NewProblems, type Finding } from "@altostrata/pipeline";
import { count } from "../count.ts";
import { escapeText } from "../escape-text.ts";
import { countNewProblems } from "./count-new-problems.ts";
import { painter, type Paint } from "../paint.ts";
import { summarise } from "./summarise.ts";
import { problemLines, type TextOptions } from "./text.ts";

/** What a state adds to the problems of an earlier one, as text: the new ones in full, all others as counts by code. */
export function newProblemsText(newProblems: NewProblems, options: TextOptions = {}): string {
  const paint = painter(options.colour ?? false);
  const name = escapeText(newProblems.base.label);
  return [
    ...problemLines(newProblems.new, paint),
    ...ruleLines(newProblems, paint),
    ...countLine(`Old, as in ${name}`, codesOf(newProblems.old), paint),
    ...countLine(`Gone since ${name}`, codesOf(newProblems.gone), paint),
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

/** A rule that was loosened lets through what it refused: that must be seen, though it refuses nothing. */
function ruleLines({ rules, base }: NewProblems, paint: Paint): string[] {
  if (!rules) return [];
  const names = [
    ...rules.added.map((rule) => `${rule} (added)`),
    ...rules.removed.map((rule) => `${rule} (removed)`),
    ...rules.changed,
  ];
  return [
    `${paint("bold", `The rules changed since ${escapeText(base.label)}`)}: ${names.join(", ")}.`,
    ...judgedLines("by today's rules no longer, or not as strictly:", rules.loosened, paint),
    ...judgedLines("only by today's rules, or more strictly:", rules.tightened, paint),
    "",
  ];
}

const mostListed = 20;

function judgedLines(label: string, findings: readonly Finding[], paint: Paint): string[] {
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
  const rest = `${count(old, "old one")}; ${count(manifests, "manifest")}`;
  if (clean) return paint("green", `Nothing new is refused since ${name}${warnings}, ${rest}.`);
  if (refused === 0) return paint("red", "Nothing was checked: no manifest was rendered.");
  return paint(
    "red",
    `Refused: ${count(refused, "new problem")} since ${name}${warnings}, ${rest}.`,
  );
}
