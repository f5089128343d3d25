import { certain, type Assigned, type NameAt } from "./reading.ts";
import { blanks, isIn, lineEnd, nextLine, runEnd, spaces, type Source } from "./source.ts";

const encodedQuote = "(?:&quot;|&apos;|&#3[49];|%22|%27)";
const encodedSign = new RegExp(
  `^(?:${encodedQuote}(?:%20| )?(?:%3A|:|=)|(?:%3A|%3D))(?:%20| )?(?:${encodedQuote})?`,
  "i",
);
const encodedEnd = /&(?:quot|apos|#3[49]);|%2[267C]|%7D|[\s"'<>&]/i;

/** A sign and a value escaped for HTML or a URL. */
export function readEncoded(source: Source, at: number): Assigned | undefined {
  const sign = encodedSign.exec(source.text.slice(at, at + 24))?.[0];
  if (sign === undefined) return undefined;
  const start = at + sign.length;
  const limit = Math.min(lineEnd(source, start), start + 2000);
  const length = source.text.slice(start, limit).search(encodedEnd);
  const end = length === -1 ? limit : start + length;
  source.steps += end - start;
  return end > start ? certain(source, { start, end }) : undefined;
}

/** Reads the next line: an argument after an option in a list, or the value of a key that `?` begins. */
export function listedBelow(
  source: Source,
  { start, first }: NameAt,
  behind: number,
): Assigned | undefined {
  const { text } = source;
  if (behind < lineEnd(source, behind) || behind >= text.length) return undefined;
  const isOption = text[start] === "-" && text[first] === "-" && isIn(source, first + 1, spaces);
  if (!isOption && text[first] !== "?") return undefined;
  const line = nextLine(source, behind);
  const next = runEnd(source, line, blanks);
  if (text[next] !== (isOption ? "-" : ":") || !isIn(source, next + 1, blanks)) return undefined;
  const at = runEnd(source, next + 1, blanks);
  const end = lineEnd(source, at);
  return at < end && !(isOption && text[at] === "-")
    ? certain(source, { start: at, end })
    : undefined;
}
