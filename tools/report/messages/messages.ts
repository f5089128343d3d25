/**
 * The wording of one code. In every text `{name}` is an argument of the diagnostic, and a part in square brackets is left
 * out when one of its arguments is absent. `{suggestion}` is worked out from `known` or `allowed` where a step gave none.
 */
export interface Messages {
  /** A heading of a few words. */
  readonly title: string;
  /** What is wrong, one sentence. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** What `{problem}` says for the words that the step gives; others are printed as they are. */
  readonly problems?: Readonly<Record<string, string>>;
}
