/** A value that a fix sets: a scalar, or a list of texts. */
export type FixValue = string | boolean | readonly string[];

/** One change of a YAML text or template, by positions of what is there: several go together where they do not touch. */
export type Change =
  /** A key, with those above it that are missing, in the map that begins at `map`. */
  | {
      readonly kind: "set";
      readonly map: number;
      readonly keys: readonly string[];
      readonly value: FixValue;
    }
  /** A key that begins at `key`, with its value. */
  | { readonly kind: "remove-key"; readonly key: number }
  /** An element of a list that begins at `item`. */
  | { readonly kind: "remove-item"; readonly item: number }
  | { readonly kind: "replace"; readonly from: number; readonly to: number; readonly text: string };

/** A change, and the file whose text it counts in. */
export interface FileChange {
  readonly file: string;
  readonly change: Change;
}

/** Keys to add to a map, with what stands below each. */
export interface NewKeys {
  [key: string]: FixValue | NewKeys;
}

/** Whether there are keys below, and not a value. */
export function isKeys(value: FixValue | NewKeys): value is NewKeys {
  return typeof value === "object" && !Array.isArray(value);
}
