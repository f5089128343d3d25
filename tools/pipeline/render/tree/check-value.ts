import { isForbiddenKey } from "../../model/values/forbidden-key.ts";

/** What makes a value unfit for a file: a text that is not valid Unicode, or a key that may not be one. */
export type Unfitness = { readonly text: string } | { readonly key: string };

/** Checks values and everything inside them; containers that many manifests share are looked at once. */
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

/** Whether a text has no half characters and no control characters but tab and line ends. */
export function isFit(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return text.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text);
}
