/**
 * The account that the bots write as. An App of our own is the only account that nobody else can use: the token of a workflow is the
 * same account for every workflow of the repository, and anyone who can push a branch can run one.
 */
export type BotIdentity =
  | { readonly kind: "app"; readonly appId: number }
  | { readonly kind: "workflow"; readonly login: string };

/** The author of a comment, as GitHub returns it. */
export interface CommentAuthor {
  readonly user: { readonly login: string; readonly type: string } | null;
  /** Also set for a person who acts through the App. */
  readonly performed_via_github_app?: { readonly id: number } | null | undefined;
}

/** Whether the bots wrote a comment. The text is no proof: everyone can write the same text. */
export function isOwnComment(identity: BotIdentity, author: CommentAuthor): boolean {
  if (identity.kind === "workflow") return author.user?.login === identity.login;
  return author.user?.type === "Bot" && author.performed_via_github_app?.id === identity.appId;
}

/** Whether someone with push access can write under the same account, so that nothing it says is proof. */
export function isAdvisory(identity: BotIdentity): boolean {
  return identity.kind === "workflow";
}
