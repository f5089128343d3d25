import { isOwnComment, type BotIdentity, type CommentAuthor } from "../github/bot-identity.ts";
import { isMarked } from "./comment-body.ts";

/** A comment on a pull request. */
export interface ExistingComment extends CommentAuthor {
  readonly id: number;
  readonly body: string;
}

/** The action for the comments of a pull request. */
export type CommentDecision =
  | { readonly kind: "create" }
  | { readonly kind: "update"; readonly id: number }
  | { readonly kind: "nothing"; readonly why: string };

/** The state of a pull request before a comment is written. */
export interface CommentSituation {
  readonly comments: readonly ExistingComment[];
  readonly identity: BotIdentity;
  readonly body: string;
  /** The commit that the new text describes. */
  readonly commit: string;
  /** Whether to write no comment where none exists yet. */
  readonly empty: boolean;
  /** The newest commit of the pull request. */
  readonly head: { readonly sha: string; readonly open: boolean };
}

/**
 * Decides whether to create, update or leave the comment. Nothing is read from the text of a comment: people with write access can
 * edit it.
 */
export function decideComment(situation: CommentSituation): CommentDecision {
  const { head, commit, body, empty } = situation;
  if (!head.open) return { kind: "nothing", why: "the pull request is closed" };
  if (head.sha !== commit) {
    return { kind: "nothing", why: "the pull request has a newer commit with a run of its own" };
  }
  const [first] = ownComments(situation);
  if (!first) {
    return empty
      ? { kind: "nothing", why: "the change needs no comment, and none exists" }
      : { kind: "create" };
  }
  if (first.body === body) return { kind: "nothing", why: "the comment is up to date" };
  return { kind: "update", id: first.id };
}

/**
 * Our comments, oldest first. Every comment of our App is ours, even when someone edited its text. Other workflows share the workflow's
 * account, so its comments also need the marker.
 */
export function ownComments({
  comments,
  identity,
}: Pick<CommentSituation, "comments" | "identity">): readonly ExistingComment[] {
  return comments
    .filter((one) => isOwnComment(identity, one) && (identity.kind === "app" || isMarked(one.body)))
    .sort((left, right) => left.id - right.id);
}
