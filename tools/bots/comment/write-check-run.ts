import type { Comparison } from "@altostrata/pipeline";
import { judge } from "@altostrata/report/change";
import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";

/** Annotations that one request may carry. */
const batch = 50;
/** More than this nobody goes through line by line; the report has them all. */
const most = 500;

/** A line of the desired state with what is wrong there. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** Diagnostics and new findings at their lines, refusals first. */
export function annotationsOf({ diagnostics, findings }: Comparison): readonly Annotation[] {
  const at = ({ file, line }: { file: string; line: number }) => ({
    path: file,
    start_line: line,
    end_line: line,
  });
  const ofDiagnostics = diagnostics.map((one): Annotation => ({
    ...at(one.at),
    annotation_level: "failure",
    title: one.code,
    message: one.text,
  }));
  const ofFindings = findings.new
    .filter(({ waived }) => !waived)
    .map((one): Annotation => ({
      ...at(one.at),
      annotation_level:
        one.action === "deny" ? "failure" : one.action === "warn" ? "warning" : "notice",
      title: `${one.rule} ${one.title}`.slice(0, 255),
      message: `${one.message}. ${one.remediation}`,
    }));
  const rank = { failure: 0, warning: 1, notice: 2 };
  return [...ofDiagnostics, ...ofFindings]
    .sort((left, right) => rank[left.annotation_level] - rank[right.annotation_level])
    .slice(0, most);
}

/** Writes a check run about a commit, its annotations in batches of what one request may carry. */
export async function writeCheckRun(
  client: GitHubClient,
  { repository, sha, name }: { repository: RepositoryName; sha: string; name: string },
  comparison: Comparison,
): Promise<void> {
  const { verdict, refused } = judge(comparison);
  const annotations = annotationsOf(comparison);
  const summary =
    refused > 0
      ? `${refused} problems in the new state; each stands at its line.`
      : "Nothing in the new state is refused.";
  const output = { title: verdict === "refused" ? "Do not merge" : "No problem", summary };
  const { data } = await client.rest.checks.create({
    ...repository,
    name,
    head_sha: sha,
    status: "completed",
    conclusion: verdict === "refused" ? "failure" : "success",
    output: { ...output, annotations: annotations.slice(0, batch) as Annotation[] },
  });
  for (let start = batch; start < annotations.length; start += batch) {
    await client.rest.checks.update({
      ...repository,
      check_run_id: data.id,
      output: { ...output, annotations: annotations.slice(start, start + batch) as Annotation[] },
    });
  }
}
