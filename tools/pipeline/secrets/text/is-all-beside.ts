import { isBeside, isPlain, isReference } from "../plain-value.ts";
import { kindOfName, type NameKind } from "../secret-name.ts";
import { quoteLevel, readQuoted, type Range } from "./read-value.ts";
import { charSet, indexFrom, isIn, runEnd, spaces, type Source } from "./source.ts";

const slashes = charSet(/\\/);
const bare = charSet(/[^\s,{}[\]"'`\\]/, true);
/** Separators between the words of a group. */
const signs = /^(?:[-=:>|+]|=>)$/;
const longestKey = 600;

/** One word of a group. */
interface Word {
  readonly next: number;
  readonly value: string;
  /** The word is a key, or begins with one. */
  readonly key?: string;
}

/** Returns whether a group below a name only holds the location of a credential. */
export function isAllBeside(source: Source, kind: NameKind, { start, end }: Range): boolean {
  let key: string | undefined;
  for (let at = start; at < end;) {
    const word = readWord(source, at, end);
    key = word.key ?? key;
    if (!isReference(word.value) && !isBesideKey(kind, key, word.value)) return false;
    at = Math.max(word.next, at + 1);
    source.steps += 1;
  }
  return true;
}

function isBesideKey(kind: NameKind, key: string | undefined, value: string): boolean {
  if (key === undefined) return isPlain(kind, value);
  // Below `secrets` are names, including those that sound like credentials.
  const own = kind === "names of secrets" ? kindOfName(key) : "none";
  return isBeside(key, value) || (own !== "none" && isPlain(own, value));
}

/** Reads the word at a position; separators and blanks are words without a value. */
function readWord(source: Source, at: number, end: number): Word {
  const { text } = source;
  if (text.startsWith("{{", at)) return between(source, { start: at, end }, "}}");
  const level = quoteLevel(source, at);
  if (level !== undefined && level < 16) {
    const { start, end: close, next } = readQuoted(source, at, level);
    const value = text.slice(start, close);
    const sign = runEnd(source, next, spaces);
    return text[sign] === ":" || text[sign] === "="
      ? { next: sign + 1, value: "", key: value }
      : { next, value };
  }
  if (text[at] === "\\") return { next: runEnd(source, at, slashes), value: "" };
  if (!isIn(source, at, bare)) return { next: at + 1, value: "" };
  const next = runEnd(source, at, bare);
  if (text[next - 1] === "$" && text[next] === "{") return between(source, { start: at, end }, "}");
  return bareWord(text.slice(at, next), next);
}

function between(source: Source, { start, end }: Range, close: string): Word {
  const found = indexFrom(source, close, start);
  const next = found === -1 ? end : found + close.length;
  return { next, value: source.text.slice(start, next) };
}

function bareWord(value: string, next: number): Word {
  if (signs.test(value)) return { next, value: "" };
  if (value.length > longestKey) return { next, value };
  const groups = /^(?<key>[\w./-]+)(?::$|=(?<rest>[^]*)$)/.exec(value)?.groups;
  return groups ? { next, value: groups["rest"] ?? "", key: groups["key"]! } : { next, value };
}
