import { placeText } from "@altostrata/pipeline";
import { escapeText } from "../document/escape-text.ts";
import { problemsBySeverity, type Problem } from "../run/group-problems.ts";
import { nothingChecked, summarise } from "../run/summarise.ts";
import { repositoryPath, type ReportRequest } from "./report-request.ts";

/** GitHub's limit of annotations per level and step. */
const mostOfLevel = 10;

const levels = { deny: "error", warn: "warning", inform: "notice" } as const;

/** Prints a run as workflow commands of GitHub Actions, which annotate lines. Problems beyond the limit are plain log lines. */
export function reportAnnotations({ result, folder }: ReportRequest): string {
  const problems = problemsBySeverity(result);
  const shown = Object.keys(levels).flatMap((action) =>
    problems.filter((problem) => problem.action === action).slice(0, mostOfLevel),
  );
  const others = problems.filter((problem) => !shown.includes(problem));
  const isEmpty = summarise(result).total.manifests === 0 && problems.length === 0;
  const lines = [
    ...shown.map((problem) => command(problem, folder)),
    ...others.map((problem) => plainLine(problem, folder)),
    ...(isEmpty ? [`::error::${nothingChecked}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function command({ at, action, code, what, fix, where }: Problem, folder?: string): string {
  const properties = {
    file: repositoryPath(at.file, folder),
    line: String(at.line),
    col: String(at.column),
    title: code,
  };
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(escapeText(value))}`,
  );
  const places = where.length === 0 ? [] : [`For: ${where.join(", ")}`];
  const message = [what, fix, ...places].map(escapeText).join("\n");
  return `::${levels[action]} ${listed.join(",")}::${escapeMessage(message)}`;
}

/** Starts with a dash and splits `##[`: a runner executes commands in any line of the log. */
function plainLine({ at, code, what }: Problem, folder?: string): string {
  const file = repositoryPath(at.file, folder);
  const text = escapeText(`${placeText({ ...at, file })} ${code} ${what}`);
  return `- ${text.replaceAll("##[", "## [")}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
