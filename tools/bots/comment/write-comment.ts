import { commentBudget } from "@altostrata/report/change";
import { pullRequestHead } from "../github/find-pull-requests.ts";
import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";
import type { BotIdentity } from "../github/bot-identity.ts";
import { commentBody, type CommentText } from "./comment-body.ts";
import { decideComment, ownComments, type ExistingComment } from "./decide-comment.ts";

/** The text of a comment, and the pull request to write it on. */
export interface CommentRequest {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly number: number;
  readonly identity: BotIdentity;
  readonly text: CommentText;
  /** The commit that the text describes. */
  readonly commit: string;
  readonly log: (text: string) => void;
}

/** Attempts for a write that fails or whose response is lost. */
const attempts = 4;

/**
 * Leaves exactly one comment of ours on the pull request, with this text. Each attempt reads the comments first, so a lost response
 * creates no second comment.
 */
export async function writeComment(request: CommentRequest): Promise<void> {
  let budget = commentBudget;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeOnce(request, budget);
      return;
    } catch (error) {
      const status = statusOf(error);
      if (attempt >= attempts || !(isTransient(status) || status === tooLong)) throw error;
      if (status === tooLong) budget /= 2;
      request.log(`writing the comment failed (${String(error)}), trying again`);
    }
  }
}

async function writeOnce(request: CommentRequest, budget: number): Promise<void> {
  const { client, repository, number, text, commit, identity, log } = request;
  const body = commentBody(text, budget);
  const comments = await listComments(request);
  const head = await pullRequestHead(client, repository, number);
  const { empty } = text;
  const decision = decideComment({ comments, identity, body, commit, empty, head });
  // The loop above repeats a write, after it has read whether the first one arrived.
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
  await removeDuplicates(request, budget);
}

/** Keeps the oldest of several comments: two writers that start at once can both create one. */
async function removeDuplicates(request: CommentRequest, budget: number): Promise<void> {
  const { client, repository, identity, log } = request;
  const [first, ...duplicates] = ownComments({ comments: await listComments(request), identity });
  if (!first || duplicates.length === 0) return;
  for (const { id } of duplicates) {
    await client.rest.issues.deleteComment({ ...repository, comment_id: id });
    log(`comment ${id} deleted: duplicate`);
  }
  // The comment that stays can hold an older text.
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
  return comments.map(({ id, user, body, performed_via_github_app }) => ({
    id,
    user: user && { login: user.login, type: user.type },
    performed_via_github_app: performed_via_github_app && { id: performed_via_github_app.id },
    body: body ?? "",
  }));
}

/** The status for a body that is too long. GitHub does not document how it counts. */
const tooLong = 422;

/** The status of a failure. A broken connection has none and counts as a server error. */
function statusOf(error: unknown): number {
  return error instanceof Error && "status" in error ? Number(error.status) : 500;
}

/** Whether another attempt can succeed: after a server error, or when the comment was deleted meanwhile. */
function isTransient(status: number): boolean {
  return status >= 500 || status === 404;
}
