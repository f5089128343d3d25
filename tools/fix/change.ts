/** A value that a fix sets: a scalar, or a list of texts. */
export type FixValue = string | boolean | readonly string[];

/** One change of a YAML text or template, by positions in the original text. Changes that do not overlap combine. */
export type YamlChange =
  /** Sets a key, and its missing parents, in the map that begins at `map`. */
  | {
      readonly kind: "set";
      readonly map: number;
      readonly keys: readonly string[];
      readonly value: FixValue;
    }
  /** Removes the key that begins at `key`, with its value. */
  | { readonly kind: "remove-key"; readonly key: number }
  /** Removes the list element that begins at `item`. */
  | { readonly kind: "remove-item"; readonly item: number }
  | { readonly kind: "replace"; readonly from: number; readonly to: number; readonly text: string };

/** A change, and the file that it applies to. */
export interface FileChange {
  readonly file: string;
  readonly change: YamlChange;
}

/** Keys to add to a map, with the keys below each. */
export interface NewKeys {
  [key: string]: FixValue | NewKeys;
}

/** Reports whether this is a subtree and not a value. */
export function isSubtree(value: FixValue | NewKeys): value is NewKeys {
  return typeof value === "object" && !Array.isArray(value);
}
