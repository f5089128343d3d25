/**
 * The messages of one code. `{name}` is an argument of the diagnostic. A part in square brackets is omitted if one of its
 * arguments is absent. `{suggestion}` defaults to the closest word of `known` or `allowed`.
 */
export interface Messages {
  /** A short heading. */
  readonly title: string;
  /** The problem, in one sentence. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** How to fix it. */
  readonly fix: string;
  /** Texts of `{problem}` by the value of that argument; other values are printed unchanged. */
  readonly problems?: Readonly<Record<string, string>>;
}
