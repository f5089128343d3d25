import { placeText } from "@altostrata/pipeline";
import { escapeText } from "../escape-text.ts";
import type { Problem } from "../run/group-problems.ts";
import { summarise } from "../run/summarise.ts";
import { problemsByWeight } from "./by-weight.ts";
import type { ReportRequest } from "./report-request.ts";
import { repositoryPath } from "./repository-path.ts";

/** So many annotations of one level GitHub keeps of one step. */
const mostOfLevel = 10;

const levels = { deny: "error", warn: "warning", inform: "notice" } as const;

/**
 * A run as workflow commands of GitHub Actions, which show each problem beside its line. Those beyond what GitHub keeps stand
 * as plain lines in the log.
 */
export function reportAnnotations({ result, folder }: ReportRequest): string {
  const problems = problemsByWeight(result);
  const shown = Object.keys(levels).flatMap((action) =>
    problems.filter((problem) => problem.action === action).slice(0, mostOfLevel),
  );
  const others = problems.filter((problem) => !shown.includes(problem));
  const nothing = summarise(result).total.manifests === 0 && problems.length === 0;
  const lines = [
    ...shown.map((problem) => command(problem, folder)),
    ...others.map((problem) => plainLine(problem, folder)),
    ...(nothing ? ["::error::Nothing was checked: no manifest was rendered."] : []),
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

/** Begins with a dash and has no `##[`: a runner takes lines with these for commands, whoever wrote them. */
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
