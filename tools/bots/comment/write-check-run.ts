import { randomUUID } from "node:crypto";
import type { GitHubClient } from "../github/github-client.ts";
import type { BotIdentity } from "../github/bot-identity.ts";
import type { RepositoryName } from "../github/repository-name.ts";
import type { Annotation } from "./annotations.ts";

/** GitHub refuses a summary of more than 65,535 characters. */
const maxSummaryBytes = 60_000;
/** The most annotations in one request. */
const batch = 50;
/** Attempts for a write whose response is lost. */
const attempts = 4;

/** A check run to write about a commit. */
export interface CheckRunRequest {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly sha: string;
  readonly name: string;
  readonly identity: BotIdentity;
  readonly verdict: CheckVerdict;
  readonly log: (text: string) => void;
}

/** The content of a check run. */
export interface CheckVerdict {
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/**
 * Creates a check run on a commit, with its annotations in batches. The first request sets the conclusion. Annotations that GitHub
 * refuses afterwards are logged and left out; the report has them all.
 */
export async function writeCheckRun(request: CheckRunRequest): Promise<void> {
  const { annotations } = request.verdict;
  // Random, so that a check run created beforehand cannot pass for this one.
  const id = await createOnce(request, randomUUID());
  for (let start = batch; start < annotations.length; start += batch) {
    const part = annotations.slice(start, start + batch);
    try {
      // A second attempt would duplicate annotations whose response was lost.
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

async function createOnce(request: CheckRunRequest, nonce: string): Promise<number> {
  let shown = request.verdict.annotations.slice(0, batch);
  for (let attempt = 1; ; attempt += 1) {
    const found = await existing(request, nonce);
    if (found !== undefined) return found;
    try {
      return await create(request, { nonce, annotations: shown });
    } catch (error) {
      const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
      // GitHub refuses all annotations when it does not know the file of one.
      if (status === 422 && shown.length > 0) shown = [];
      else if (status < 500 || attempt >= attempts) throw error;
      request.log(`writing the check run failed (${String(error)}), trying again`);
    }
  }
}

async function existing(
  { client, repository, sha, name, identity }: CheckRunRequest,
  nonce: string,
): Promise<number | undefined> {
  const { data } = await client.rest.checks.listForRef({
    ...repository,
    ref: sha,
    check_name: name,
    filter: "all",
    per_page: 100,
    ...(identity.kind === "app" ? { app_id: identity.appId } : {}),
  });
  return data.check_runs.find((run) => run.external_id === nonce)?.id;
}

async function create(
  { client, repository, sha, name, verdict }: CheckRunRequest,
  { nonce, annotations }: { nonce: string; annotations: readonly Annotation[] },
): Promise<number> {
  const { data } = await client.rest.checks.create({
    ...repository,
    request: { retries: 0 },
    name,
    head_sha: sha,
    external_id: nonce,
    status: "completed",
    conclusion: verdict.conclusion,
    output: outputOf(verdict, annotations),
  });
  return data.id;
}

function outputOf({ title, summary }: CheckVerdict, annotations: readonly Annotation[]) {
  const cut = Buffer.from(summary).subarray(0, maxSummaryBytes).toString("utf8");
  return { title, summary: cut, annotations: annotations as Annotation[] };
}
