import { createHash } from "node:crypto";
import type { Place } from "@altostrata/pipeline";
import { escapeText } from "../document/escape-text.ts";
import { problemsBySeverity, type Problem } from "../run/group-problems.ts";
import { nothingChecked, summarise } from "../run/summarise.ts";
import { repositoryPath, type ReportRequest } from "./report-request.ts";
import { sarifRules } from "./sarif-rules.ts";

// GitHub's limits of a run, of a result and of a text.
const mostResults = 25_000;
const mostRelated = 100;
const longestText = 1024;

const levels = { deny: "error", warn: "warning", inform: "note" } as const;

/**
 * Prints a run as SARIF 2.1.0 for GitHub's code scanning: one result per problem and place. Omits waived findings, which GitHub
 * would show as alerts, and the least severe problems beyond GitHub's limit.
 */
export function reportSarif(request: ReportRequest): string {
  const problems = problemsBySeverity(request.result);
  const taken = problems.slice(0, mostResults);
  const rules = sarifRules(taken, request.rules ?? []);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Altostrata", rules } },
        columnKind: "utf16CodeUnits",
        invocations: [invocation(request, problems.length - taken.length)],
        results: withFingerprints(taken).map(({ problem, fingerprint }) => ({
          ...resultOf(problem, request.folder),
          ruleIndex: indices.get(problem.code),
          partialFingerprints: {
            primaryLocationLineHash: fingerprint,
            "altostrata/v1": fingerprint,
          },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function invocation({ result }: ReportRequest, left: number): object {
  const { total } = summarise(result);
  const notes = [
    ...(left > 0 ? [note("warning", `Omitted: ${left} less severe problems.`)] : []),
    ...(total.manifests === 0 ? [note("error", nothingChecked)] : []),
  ];
  return {
    executionSuccessful: total.manifests > 0,
    ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes }),
  };
}

function note(level: "warning" | "error", text: string): object {
  return { level, message: { text } };
}

/** Adds fingerprints without line numbers, so that an edit above a problem does not create a new alert. */
function withFingerprints(
  problems: readonly Problem[],
): readonly { problem: Problem; fingerprint: string }[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { code, at, what } = problem;
    const hash = createHash("sha256")
      .update(JSON.stringify([code, at.file, what]))
      .digest("hex");
    const before = seen.get(hash) ?? 0;
    seen.set(hash, before + 1);
    return { problem, fingerprint: `${hash.slice(0, 32)}:${before + 1}` };
  });
}

function resultOf(problem: Problem, folder?: string): object {
  const { at, code, action, what, fix, where, objects, related } = problem;
  const places = where.length === 0 ? [] : [`For: ${where.join(", ")}.`];
  return {
    ruleId: code,
    level: levels[action],
    message: { text: cut([what, fix, ...places].map(escapeText).join("\n")) },
    locations: [
      {
        physicalLocation: physical(at, folder),
        ...(objects.length === 0 ? {} : { logicalLocations: objects.slice(0, 1).map(logical) }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.slice(0, mostRelated).map((place, id) => ({
            id,
            physicalLocation: physical(place, folder),
            message: { text: "Related location" },
          })),
        }),
  };
}

function physical({ file, line, column }: Place, folder?: string): object {
  const uri = repositoryPath(file, folder).split("/").map(encodeURIComponent).join("/");
  return {
    artifactLocation: { uri: uri.startsWith("/") ? `file://${uri}` : uri },
    region: { startLine: line, startColumn: column },
  };
}

function logical(object: string): object {
  return { fullyQualifiedName: escapeText(object), kind: "resource" };
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 3)}...` : text;
}
