import { commentBudget } from "@altostrata/report/change";
import { pullRequestHead } from "../github/find-pull-requests.ts";
import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";
import { commentBody, type CommentState, type CommentText } from "./comment-body.ts";
import { decideComment, ownComments, type ExistingComment } from "./decide-comment.ts";

/** What to say, and the pull request it is about. */
export interface CommentRequest {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly number: number;
  /** Login of the account that the token belongs to. */
  readonly author: string;
  readonly text: CommentText;
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
  let budget = commentBudget;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeOnce(request, budget);
      return;
    } catch (error) {
      const status = statusOf(error);
      if (attempt >= attempts || !(isPassing(status) || status === tooLong)) throw error;
      if (status === tooLong) budget /= 2;
      request.log(`writing the comment failed (${String(error)}), trying again`);
    }
  }
}

async function writeOnce(request: CommentRequest, budget: number): Promise<void> {
  const { client, repository, number, text, state, author, log } = request;
  const body = commentBody(text, state, budget);
  const comments = await listComments(request);
  const head = await pullRequestHead(client, repository, number);
  const { empty } = text;
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
  await removeDoubles(request, budget);
}

/** Two writers that began at once may both have created one: the oldest stays, and has the text of the latest run. */
async function removeDoubles(request: CommentRequest, budget: number): Promise<void> {
  const { client, repository, author, log } = request;
  const [first, ...doubles] = ownComments({ comments: await listComments(request), author });
  if (!first || doubles.length === 0) return;
  for (const { id } of doubles) {
    await client.rest.issues.deleteComment({ ...repository, comment_id: id });
    log(`comment ${id} removed: it was a second one`);
  }
  // Now that there is one, the decision is made again: the text that stays may be the older one.
  await writeOnce(request, budget);
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

/** GitHub refuses a body for its length, which it counts in ways of its own. */
const tooLong = 422;

/** A broken connection has no status, and passes as a server's trouble does. */
function statusOf(error: unknown): number {
  return error instanceof Error && "status" in error ? Number(error.status) : 500;
}

/** A server's trouble passes, and a comment that was deleted meanwhile can be written anew; a refusal stays. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 404;
}
