import { commandSecrets, gluedMark } from "../command-secrets.ts";
import { isReference } from "../plain-value.ts";
import type { Range } from "../text/read-value.ts";
import { charSet, isIn, lineEnd, nextLine, runEnd, type Source } from "../text/source.ts";

const wordChars = charSet(/[^\s"'`,;|\\]/, true);
/** A longer line is not a command that a person wrote. */
const mostWords = 400;
const longestLine = 4096;

/** Minimum length of such a line. */
const telling =
  /(?:^|[\s"'`(,[])-[A-Za-z-]|:[*\d]|\buser\s|\bacl\s|\bauth\s|\bby\s|\bas\s|password|add_user|change_password|pass:/i;

/** Finds credentials by the form of a line: commands, `.pgpass`, and users of Redis. */
export function findInLines(source: Source): readonly Range[] {
  source.steps += source.text.length;
  if (!telling.test(source.text)) return [];
  const found: Range[] = [];
  for (let at = 0; at < source.text.length; at = nextLine(source, at)) {
    const end = lineEnd(source, at);
    source.steps += end - at + 1;
    found.push(...findInCommand(source, at, end), ...findInRecord(source, at, end));
  }
  return found;
}

function findInCommand(source: Source, start: number, end: number): readonly Range[] {
  const { text } = source;
  const found: Range[] = [];
  let words: Range[] = [];
  const flush = (): void => {
    // An option needs two words, or one word with its value.
    if (words.length > 1) {
      const parts = commandSecrets(words.map((word) => wordText(text, word)));
      for (const part of parts) {
        const word = words[part.word]!;
        found.push({ start: word.start + part.start, end: endOfWord(source, word, end) });
      }
    }
    words = [];
  };
  for (let at = start; at < end;) {
    if (!isIn(source, at, wordChars)) {
      if (text[at] === "|" || text[at] === ";") flush();
      at += 1;
      source.steps += 1;
      continue;
    }
    const stop = Math.min(end, runEnd(source, at, wordChars));
    words.push({ start: at, end: withoutBrackets(text, at, stop) });
    at = stop;
    if (words.length >= mostWords) flush();
  }
  flush();
  return found;
}

function wordText(text: string, { start, end }: Range): string {
  const word = text.slice(start, end);
  // The quote after a quoted word closes it.
  const isGlued =
    /^-[A-Za-z]$/.test(word) &&
    /["']/.test(text[end] ?? "") &&
    !/["'`]/.test(text[start - 1] ?? "");
  return isGlued ? word + gluedMark : word;
}

/** A word without its surrounding brackets. */
function withoutBrackets(text: string, start: number, end: number): number {
  let stop = end;
  while (
    stop > start + 1 &&
    ")]}".includes(text[stop - 1]!) &&
    !/[([{]/.test(text.slice(Math.max(start + 1, stop - 80), stop))
  )
    stop -= 1;
  return stop;
}

/** A password continues past a quote or bracket if more text follows. */
function endOfWord(source: Source, word: Range, limit: number): number {
  const { text } = source;
  const before = text[word.start - 1] ?? " ";
  if (`"'`.includes(before)) {
    const close = text.indexOf(before, word.end);
    source.steps += 1;
    if (close !== -1 && close < limit && close - word.end < 200) return close;
  }
  let end = word.end;
  while (
    end < limit &&
    !/[\s"'`|\\]/.test(text[end]!) &&
    !(/[,;)\]}]/.test(text[end]!) && !isIn(source, end + 1, wordChars))
  )
    end += 1;
  source.steps += end - word.end + 1;
  return end;
}

/** Lines of `.pgpass`, of Redis ACLs, and of `users` lists. */
function findInRecord(source: Source, start: number, end: number): readonly Range[] {
  if (end - start > longestLine) return [];
  const line = source.text.slice(start, end);
  const passwordFile =
    /^\s{0,40}[\w.*-]{1,200}:(?:\d{2,5}|\*):[\w.*-]{1,100}:[\w.*@-]{1,100}:(?<secret>\S+)$/.exec(
      line,
    )?.groups?.["secret"];
  if (passwordFile !== undefined && !isReference(passwordFile))
    return [{ start: end - passwordFile.length, end }];
  const found: Range[] = [];
  if (/^\s{0,40}(?:- )?["']?(?:user|ACL SETUSER)\s/i.test(line)) {
    for (const match of line.matchAll(/(?<=\s)[>#](?=[^\s=>])[^\s"']+/g))
      if (!isReference(match[0].slice(1)))
        found.push({ start: start + match.index + 1, end: start + match.index + match[0].length });
  }
  const stats = /\bstats[ \t]{1,8}auth[ \t]{1,8}[^\s:]{1,80}:(?<secret>\S+)/.exec(line);
  if (stats?.groups) {
    const stop = start + stats.index + stats[0].length;
    found.push({ start: stop - stats.groups["secret"]!.length, end: stop });
  }
  for (const match of line.matchAll(
    /\b(?:PASSWORD(?:[ \t]{1,8}FOR[ \t][^=\n]{1,100}=)?|IDENTIFIED[ \t]{1,8}(?:WITH[ \t]{1,8}\w{1,40}[ \t]{1,8})?(?:BY|AS))[ \t]{1,8}(?:PASSWORD[ \t]{1,8})?(?<quote>["'])/gi,
  )) {
    const from = match.index + match[0].length;
    const close = line.indexOf(match.groups!["quote"]!, from);
    const secret = line.slice(from, close === -1 ? undefined : close);
    if (secret !== "" && !isReference(secret))
      found.push({ start: start + from, end: start + from + secret.length });
    source.steps += secret.length;
  }
  return found;
}
