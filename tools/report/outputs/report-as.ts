import { commentBudget } from "../change/change-markdown.ts";
import { reportJson } from "../run/json.ts";
import { reportText } from "../run/text.ts";
import { reportAnnotations } from "./report-annotations.ts";
import { reportJunit } from "./report-junit.ts";
import { reportMarkdown } from "./report-markdown.ts";
import type { ReportRequest } from "./report-request.ts";
import { reportSarif } from "./report-sarif.ts";

const reporters = {
  text: ({ result }) => reportText(result),
  json: ({ result }) => reportJson(result),
  sarif: reportSarif,
  junit: ({ result }) => reportJunit(result),
  github: reportAnnotations,
  markdown: ({ result }) => reportMarkdown(result, commentBudget),
} as const satisfies Readonly<Record<string, (request: ReportRequest) => string>>;

export type ReportFormat = keyof typeof reporters;

/** Prints a run in one of the forms. */
export function reportAs(format: ReportFormat, request: ReportRequest): string {
  return reporters[format](request);
}
