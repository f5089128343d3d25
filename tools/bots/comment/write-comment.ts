import type { Comparison } from "@altostrata/pipeline";
import { pullRequestHead } from "../github/find-pull-request.ts";
import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";
import { commentBody, type CommentState } from "./comment-body.ts";
import { decideComment, ownComments, type ExistingComment } from "./decide-comment.ts";

/** A report and the pull request it is about. */
export interface CommentRequest {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly number: number;
  /** Login of the account that the token belongs to. */
  readonly author: string;
  readonly comparison: Comparison;
  readonly state: CommentState;
  readonly log: (text: string) => void;
}

/** How often a write is tried whose answer was lost or refused. */
const attempts = 4;

/**
 * Makes the pull request have exactly one comment of ours, with this report unless a later one is there. Every attempt reads the
 * comments first, so an answer that was lost on the way leads to no second comment.
 */
export async function writeComment(request: CommentRequest): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeOnce(request);
      return;
    } catch (error) {
      if (attempt >= attempts || !isPassing(error)) throw error;
      request.log(`writing the comment failed (${String(error)}), trying again`);
    }
  }
}

async function writeOnce(request: CommentRequest): Promise<void> {
  const { client, repository, number, comparison, state, author, log } = request;
  const body = commentBody(comparison, state);
  const comments = await listComments(request);
  const head = await pullRequestHead(client, repository, number);
  const empty = comparison.changes.length + comparison.diagnostics.length === 0;
  const decision = decideComment({ comments, author, body, state, empty, head });
  // Trying a write again is for the loop above, which looks first whether it arrived.
  const once = { request: { retries: 0 } };
  switch (decision.kind) {
    case "nothing":
      log(`no comment written: ${decision.why}`);
      break;
    case "update":
      await client.rest.issues.updateComment({
        ...repository,
        ...once,
        comment_id: decision.id,
        body,
      });
      log(`comment ${decision.id} updated`);
      break;
    case "create":
      await client.rest.issues.createComment({
        ...repository,
        ...once,
        issue_number: number,
        body,
      });
      log("comment created");
      break;
  }
  await removeDoubles(request);
}

/** Two writers that began at once may both have created one: the oldest stays, and has the text of the latest run. */
async function removeDoubles(request: CommentRequest): Promise<void> {
  const { client, repository, author, log } = request;
  const [first, ...doubles] = ownComments({ comments: await listComments(request), author });
  if (!first || doubles.length === 0) return;
  for (const { id } of doubles) {
    await client.rest.issues.deleteComment({ ...repository, comment_id: id });
    log(`comment ${id} removed: it was a second one`);
  }
  // Now that there is one, the decision is made again: the text that stays may be the older one.
  await writeOnce(request);
}

async function listComments({
  client,
  repository,
  number,
}: CommentRequest): Promise<readonly ExistingComment[]> {
  const comments = await client.paginate(client.rest.issues.listComments, {
    ...repository,
    issue_number: number,
    per_page: 100,
  });
  return comments.map(({ id, user, body }) => ({
    id,
    author: user?.login ?? "",
    body: body ?? "",
  }));
}

/** A server's trouble or a broken connection passes; a refusal does not. */
function isPassing(error: unknown): boolean {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return status >= 500 || status === 404;
}
