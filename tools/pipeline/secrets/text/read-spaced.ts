import { quoteMarks, readStrings } from "./read-strings.ts";
import { wordEnd } from "./read-value.ts";
import { certain, trimmedEnd, type Assigned, type Reading } from "./reading.ts";
import { blanks, isIn, lineEnd, runEnd, spaces } from "./source.ts";

/** Reads a word after a name and a blank: an option's, a directive's or a sentence's. */
export function readSpaced(reading: Reading, at: number): Assigned | undefined {
  const { source, isFirst, name } = reading;
  const { text } = source;
  const end = lineEnd(source, at);
  const isOption = text[name.start] === "-";
  if (isOption && text[at] === "\\" && at + 1 >= end) {
    const below = runEnd(source, at + 1, spaces);
    return readWord(reading, below, lineEnd(source, below));
  }
  if (at >= end || text[name.start - 1] === "/") return undefined;
  const before = text.slice(Math.max(name.lineStart, name.start - 24), name.start);
  if (/header["']?\s+["']?$/i.test(before)) {
    const quoted = readStrings(reading, at);
    if (quoted) return quoted;
    const stop = trimmedEnd(source, at, end);
    return certain(source, { start: at, end: text[stop - 1] === ";" ? stop - 1 : stop });
  }
  if (text[at] === "-" && isOption) return undefined;
  const word = readWord(reading, at, end);
  if (!word || isOption) return word;
  if (word.end - word.start < 3 || text[at] === "#") return undefined;
  const title = text.slice(Math.max(name.start, name.end - 40), name.end);
  const isDirective = /[_.\d-]|^(?:requirepass|masterauth|bindpw|rootpw|r[ow]community)$/i.test(
    title,
  );
  const isOnly =
    isFirst &&
    runEnd(
      source,
      word.end + (text[word.end] === ";" || `"'`.includes(text[word.end] ?? " ") ? 1 : 0),
      blanks,
    ) >= end;
  const isIndented = name.first > name.lineStart && text[name.first] !== "-";
  const isLogin =
    /^(?:insecure-)?passw(?:or)?d$/i.test(title) &&
    /\b(?:login|user)\s+\S{1,80}\s+$/.test(text.slice(Math.max(0, name.start - 100), name.start));
  if (
    (isOnly && (isDirective || isIndented)) ||
    isLogin ||
    (isIn(source, at, quoteMarks) && !/^(?:secret|token|credentials?)$/i.test(title))
  )
    return word;
  return isOnly || isDirective ? { ...word, shape: "spoken" } : undefined;
}

function readWord(reading: Reading, at: number, end: number): Assigned | undefined {
  const { source } = reading;
  const quoted = readStrings(reading, at);
  if (quoted) return quoted;
  const word = wordEnd(source, at, end);
  return word > at ? certain(source, { start: at, end: word }) : undefined;
}
