import { isReference } from "../plain-value.ts";
import type { Range } from "../text/read-value.ts";
import { charSet, indexFrom, isIn, runEnd, type Source } from "../text/source.ts";

const schemeChars = charSet(/[A-Za-z0-9+.-]/);
const authority = charSet(/[^\s"'`<>\\|]/, true);
const word = charSet(/[^\s"'`<>\\,;]/, true);
/** User names that are no credential without a password. */
const openUser = /^(?:[a-z]{1,24}(?:[-_.][a-z]+){0,3}|\$?\{.*\}|\$[A-Z_]+)$/;
/** Longer parts of addresses are not logins. */
const longest = 512;

/** Finds user and password in addresses, and tokens in their place. */
export function findLogins(source: Source): readonly Range[] {
  const { text } = source;
  if (!text.includes("@")) return [];
  const found: Range[] = [];
  let end = 0;
  for (let at = indexFrom(source, "//", 0); at !== -1;) {
    const start = at + 2;
    if (start >= end) end = runEnd(source, start, authority);
    const stop = Math.min(end, start + longest);
    const sign = indexFrom(source, "@", start);
    const range =
      sign === -1 || sign >= stop
        ? undefined
        : loginOf(source, start, stop, hasWebScheme(text, at));
    if (range) found.push(range);
    at = indexFrom(source, "//", range ? range.end : start);
  }
  return [...found, ...findBareLogins(source)];
}

function hasWebScheme(text: string, at: number): boolean {
  return /(?:https?|wss?|git|ftps?|sftp|svn):$/i.test(text.slice(Math.max(0, at - 12), at));
}

/** Splits the part before the `@`. A password may contain any character; a port-like start is not one. */
function loginOf(source: Source, start: number, stop: number, isWeb: boolean): Range | undefined {
  const { text } = source;
  source.steps += stop - start;
  // A nested address is examined separately.
  const other = indexFrom(source, "://", start);
  const end = other !== -1 && other < stop ? Math.max(start, schemeStart(source, other)) : stop;
  const part = text.slice(start, end);
  const slash = part.search(/[/?#]/);
  const before = slash === -1 ? part : part.slice(0, slash);
  if (
    !before.includes("@") &&
    (!/^[^/:@]{0,200}:/.test(part) || /^[^/:@]*:\d+(?:[/?#]|$)/.test(part))
  )
    return undefined;
  const sign = lastSign(part);
  if (sign < 1) return undefined;
  const login = part.slice(0, sign);
  const colon = login.indexOf(":");
  if (colon === -1) {
    const isOpen = !isWeb || openUser.test(login) || isReference(login) || login.includes("/");
    return isOpen ? undefined : { start, end: start + sign };
  }
  const password = login.slice(colon + 1);
  return isReference(password) || (password === "" && openUser.test(login.slice(0, colon)))
    ? undefined
    : { start, end: start + sign };
}

/** The last `@` that is followed by a host. */
function lastSign(part: string): number {
  for (let at = part.lastIndexOf("@"); at > 0; at = part.lastIndexOf("@", at - 1)) {
    if (/[\w.[{$-]/.test(part[at + 1] ?? " ") && !"/{".includes(part[at - 1]!)) return at;
  }
  return -1;
}

function schemeStart(source: Source, at: number): number {
  let here = at;
  while (here > 0 && at - here < 24 && isIn(source, here - 1, schemeChars)) here -= 1;
  source.steps += at - here + 1;
  return here;
}

/** `user:password@tcp(host)` and `user:password@host:port`, which have no scheme. */
function findBareLogins(source: Source): readonly Range[] {
  const { text } = source;
  const found: Range[] = [];
  let last = 0;
  for (let at = indexFrom(source, "@", 0); at !== -1; at = indexFrom(source, "@", at + 1)) {
    const host = text.slice(at + 1, at + 120);
    if (
      !/^(?:tcp|udp|unix)\(|^(?:[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*|\d{1,3}(?:\.\d{1,3}){3}):\d{2,5}(?![\w])/i.test(
        host,
      ) ||
      /^sha\d+:/.test(host)
    )
      continue;
    let start = at;
    while (
      start > last &&
      at - start < 600 &&
      isIn(source, start - 1, word) &&
      text[start - 1] !== "="
    )
      start -= 1;
    source.steps += at - start + 1;
    last = at;
    const login = text.slice(start, at);
    const colon = login.indexOf(":");
    if (colon < 1 || login.includes("//") || isReference(login.slice(colon + 1))) continue;
    found.push({ start: start + colon + 1, end: at });
  }
  return found;
}
