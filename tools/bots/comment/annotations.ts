import type { Comparison } from "@altostrata/pipeline";

/** The most annotations of a check run; the report has all problems. */
const maxAnnotations = 500;
/** GitHub's limits, in bytes and in characters. */
const maxMessageBytes = 60_000;
const maxTitleLength = 255;

/** A problem at a line of the desired state. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** Diagnostics and new findings at their lines, refusals first, within GitHub's limits. */
export function annotationsOf({ diagnostics, findings }: Comparison): readonly Annotation[] {
  const ofDiagnostics = diagnostics.map((one): Annotation => ({
    ...atLine(one.at),
    annotation_level: "failure",
    ...textOf(one.code, one.text),
  }));
  const ofFindings = findings.new
    .filter(({ waived }) => !waived)
    .map((one): Annotation => ({
      ...atLine(one.at),
      annotation_level:
        one.action === "deny" ? "failure" : one.action === "warn" ? "warning" : "notice",
      ...textOf(`${one.rule} ${one.title}`, `${one.message}. ${one.remediation}`),
    }));
  const rank = { failure: 0, warning: 1, notice: 2 };
  return [...ofDiagnostics, ...ofFindings]
    .sort((left, right) => rank[left.annotation_level] - rank[right.annotation_level])
    .slice(0, maxAnnotations);
}

function atLine({ file, line }: { file: string; line: number }) {
  return { path: file, start_line: line, end_line: line };
}

/** Fits the texts: GitHub refuses the whole request when one is empty or too long. */
function textOf(title: string, message: string): Pick<Annotation, "title" | "message"> {
  const cut = Buffer.from(message).subarray(0, maxMessageBytes).toString("utf8");
  return { title: title.slice(0, maxTitleLength) || "problem", message: cut || title || "problem" };
}
