import { isForbiddenKey } from "../../model/values/forbidden-key.ts";

/** Why a value cannot be printed: a string that is not valid Unicode, or an invalid key. */
export type Unfitness = { readonly text: string } | { readonly key: string };

/** Checks values and everything inside them; containers shared by many manifests are checked once. */
export function valueChecker(): (value: unknown) => Unfitness | undefined {
  const sound = new WeakSet<object>();
  const check = (value: unknown): Unfitness | undefined => {
    if (typeof value === "string") return isFit(value) ? undefined : { text: value };
    if (typeof value !== "object" || value === null || sound.has(value)) return undefined;
    for (const [key, child] of Object.entries(value)) {
      if (isForbiddenKey(key)) return { key };
      if (!isFit(key)) return { text: key };
      const unfit = check(child);
      if (unfit) return unfit;
    }
    sound.add(value);
    return undefined;
  };
  return check;
}

/** Returns whether a string has no lone surrogates and no control characters except tab and line ends. */
export function isFit(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return text.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text);
}
