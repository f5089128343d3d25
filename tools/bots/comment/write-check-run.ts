import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";
import type { Annotation } from "./annotations.ts";

/** Annotations that one request may carry. */
const batch = 50;
/** How often a check run is written whose answer was lost. */
const attempts = 4;

/** A check run to write about a commit. */
export interface CheckRunRequest {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly sha: string;
  readonly name: string;
  /** Tells check runs of one name apart: another one for each run of the workflow. */
  readonly id: string;
  readonly verdict: CheckVerdict;
  readonly log: (text: string) => void;
}

/** What a check run says. */
export interface CheckVerdict {
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/**
 * Makes a commit have this check run once, its annotations in batches of what one request may carry. The conclusion comes with the
 * first request; annotations that GitHub does not take afterwards are told and left out, for the report has them all.
 */
export async function writeCheckRun(request: CheckRunRequest): Promise<void> {
  const { annotations } = request.verdict;
  const id = await createOnce(request);
  for (let start = batch; start < annotations.length; start += batch) {
    const part = annotations.slice(start, start + batch);
    try {
      // Trying again would show what arrived without an answer twice.
      await request.client.rest.checks.update({
        ...request.repository,
        request: { retries: 0 },
        check_run_id: id,
        output: outputOf(request.verdict, part),
      });
    } catch (error) {
      request.log(`${part.length} annotations are missing on the check run (${String(error)})`);
    }
  }
}

async function createOnce(request: CheckRunRequest): Promise<number> {
  let shown = request.verdict.annotations.slice(0, batch);
  for (let attempt = 1; ; attempt += 1) {
    const there = await existing(request);
    if (there !== undefined) return there;
    try {
      return await create(request, shown);
    } catch (error) {
      const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
      // One place that GitHub does not know makes it refuse all of them.
      if (status === 422 && shown.length > 0) shown = [];
      else if (status < 500 || attempt >= attempts) throw error;
      request.log(`writing the check run failed (${String(error)}), trying again`);
    }
  }
}

async function existing({
  client,
  repository,
  sha,
  name,
  id,
}: CheckRunRequest): Promise<number | undefined> {
  const { data } = await client.rest.checks.listForRef({
    ...repository,
    ref: sha,
    check_name: name,
    filter: "all",
    per_page: 100,
  });
  return data.check_runs.find((run) => run.external_id === id)?.id;
}

async function create(
  { client, repository, sha, name, id, verdict }: CheckRunRequest,
  annotations: readonly Annotation[],
): Promise<number> {
  const { data } = await client.rest.checks.create({
    ...repository,
    request: { retries: 0 },
    name,
    head_sha: sha,
    external_id: id,
    status: "completed",
    conclusion: verdict.conclusion,
    output: outputOf(verdict, annotations),
  });
  return data.id;
}

function outputOf({ title, summary }: CheckVerdict, annotations: readonly Annotation[]) {
  return { title, summary, annotations: annotations as Annotation[] };
}
