import { markedAs, readState, type CommentState } from "./comment-body.ts";

/** A comment on a pull request, as far as it matters here. */
export interface ExistingComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
}

/** What to do with the comments of a pull request. */
export type CommentDecision =
  | { readonly kind: "create" }
  | { readonly kind: "update"; readonly id: number }
  | { readonly kind: "nothing"; readonly why: string };

/** What is known when a comment is about to be written. */
export interface CommentSituation {
  readonly comments: readonly ExistingComment[];
  /** Login of the account that we write as. */
  readonly author: string;
  readonly body: string;
  readonly state: CommentState;
  /** Whether there is nothing to say where no comment stands yet. */
  readonly empty: boolean;
  /** The pull request's newest commit now. */
  readonly head: { readonly sha: string; readonly open: boolean };
}

/** Create, update or leave: a comment is ours by author and by the marker in its first bytes, and a late writer drops its text. */
export function decideComment(situation: CommentSituation): CommentDecision {
  const { head, state, body, empty } = situation;
  if (!head.open) return { kind: "nothing", why: "the pull request is closed" };
  if (head.sha !== state.head) {
    return { kind: "nothing", why: "the pull request has a newer commit, whose own run reports" };
  }
  const [first] = ownComments(situation);
  if (!first) {
    return empty
      ? { kind: "nothing", why: "there is nothing to say, and no earlier comment" }
      : { kind: "create" };
  }
  if (markedAs(first.body) === "newer") {
    return { kind: "nothing", why: "the comment was written by a newer version of this bot" };
  }
  const written = readState(first.body);
  // What was said about another commit is old, whatever its number: numbers begin anew when a workflow's file is renamed.
  if (written?.head === state.head && written.sequence > state.sequence) {
    return { kind: "nothing", why: "a later run has written already" };
  }
  if (first.body === body) return { kind: "nothing", why: "the comment says it already" };
  return { kind: "update", id: first.id };
}

/** Comments of ours, the oldest first. A quoted or copied one is another's, or does not begin with the marker. */
export function ownComments({
  comments,
  author,
}: Pick<CommentSituation, "comments" | "author">): readonly ExistingComment[] {
  return comments
    .filter((comment) => comment.author === author && markedAs(comment.body) !== "other")
    .sort((left, right) => left.id - right.id);
}
