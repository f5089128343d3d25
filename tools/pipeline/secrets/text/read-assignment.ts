import { signAt } from "./assigning-sign.ts";
import { listedBelow, readEncoded } from "./read-elsewhere.ts";
import { readScalar } from "./read-scalar.ts";
import { readSpaced } from "./read-spaced.ts";
import { quoteMarks, readHeredoc, readStrings } from "./read-strings.ts";
import { blockBelow, groupEnd, quoteLevel } from "./read-value.ts";
import { certain, type Assigned, type NameAt, type Reading } from "./reading.ts";
import { blanks, charSet, isIn, lineEnd, runEnd, spaces, type Source } from "./source.ts";

const longestLead = 80;
const lead =
  /^(?:[\s\-#;*/>"'`$@:+.!]|\?\s)*(?:(?:export|set|setx|ENV|ARG|const|let|var|val|def|static|final|private|public|string|String|local|declare|readonly|default|env|Environment=|variable|resource)\s*["'`$@]?){0,4}(?:[\w.-]{1,60}\/)?["'`]?$/;
const notSpace = charSet(/\S/, true);

/** Reads the value of the name at a position; undefined if it has none. */
export function readAssignment(source: Source, name: NameAt): Assigned | undefined {
  const { text } = source;
  const { start, end, first } = name;
  const before = text.slice(Math.max(first, start - longestLead), start);
  const isFirst = start - first <= longestLead && lead.test(before);
  const column = columnOf(text, name);
  const open = /(?<slashes>\\{0,15})(?<quote>["'`])[-$@]*$/.exec(before)?.groups;
  const slashes = quoteLevel(source, end);
  const isQuoted = slashes !== undefined && slashes < 16;
  const level = isQuoted ? slashes : 0;
  let at = isQuoted ? end + slashes + 1 : end;
  while (text[at] === "]" || text[at] === "*") at += 1;
  source.steps += at - end + longestLead;
  const behind = runEnd(source, at, blanks);
  const listed = listedBelow(source, name, behind);
  if (listed !== undefined) return listed;
  const encoded = readEncoded(source, at);
  if (encoded) return encoded;
  const isTitle = /[_-]|[a-z][A-Z]|^[Pp]ass(?:w|$)/.test(
    text.slice(Math.max(start, end - 80), end),
  );
  const hasBlank = behind > at;
  const found = signAt(source, behind, { isQuoted, isFirst, start, hasBlank, isTitle, before });
  if (!found) return undefined;
  const reading: Reading = {
    source,
    name,
    sign: found.sign,
    isFirst,
    column,
    isQuoted,
    level,
    ...(open && !isQuoted ? { enclosing: `${open["slashes"]!}${open["quote"]!}` } : {}),
  };
  return found.sign === "space" ? readSpaced(reading, found.at) : readFrom(reading, found.at);
}

/** The value after a YAML anchor. */
export function readAnchored(source: Source, name: NameAt): Assigned | undefined {
  const { lineStart, first, end } = name;
  const column = columnOf(source.text, name);
  return readFrom(
    { source, name, sign: "colon", isFirst: first >= lineStart, column, isQuoted: false, level: 0 },
    end,
  );
}

/** The column of a key in its line, after list dashes. */
function columnOf(text: string, { lineStart, first }: NameAt): number {
  const dashes = /^(?:-[ \t]+)*/.exec(text.slice(first, first + 16))![0].length;
  return first - lineStart + dashes;
}

function readFrom(reading: Reading, from: number): Assigned | undefined {
  const { source, sign, isFirst, isQuoted, column, enclosing } = reading;
  const { text } = source;
  const at = runEnd(source, from, blanks);
  const end = lineEnd(source, at);
  if (at >= end || (sign === "colon" && text[at] === "#" && at > from)) {
    if (isQuoted || sign === "comma") {
      const below = runEnd(source, end, spaces);
      return below < text.length && `"'\`\\[{`.includes(text[below]!)
        ? readValue(reading, below)
        : undefined;
    }
    const block =
      reading.name.groups &&
      isFirst &&
      enclosing === undefined &&
      (sign === "colon" || sign === "equals")
        ? blockBelow(source, at, column)
        : undefined;
    return block && { ...block, shape: "group", value: text.slice(block.start, block.end) };
  }
  if (sign === "call" && !`"'\`\\`.includes(text[at]!)) return undefined;
  return readValue(reading, at);
}

/** Reads a value that begins at `at`. */
function readValue(reading: Reading, at: number): Assigned | undefined {
  const { source, column, enclosing } = reading;
  const { text } = source;
  const inner = behindTags(source, at);
  const indicator = /^[|>][-+0-9]{0,3}[ \t]{0,8}(?:#[^]*)?$/.test(
    text.slice(inner, Math.min(inner + 16, lineEnd(source, inner))),
  );
  if (indicator && enclosing === undefined) {
    const block = blockBelow(source, inner, column, false);
    return block ? certain(source, block) : certain(source, { start: inner, end: inner });
  }
  const heredoc = readHeredoc(source, inner);
  if (heredoc) return certain(source, heredoc);
  const quoted = readStrings(reading, inner);
  if (quoted) return inner === at ? quoted : { ...quoted, start: at };
  if (!reading.name.groups && "{[(".includes(text[inner]!) && !text.startsWith("{{", inner))
    return undefined;
  return readGroup(reading, inner) ?? readScalar(reading, at);
}

/** Skips `!tag` and `&anchor` of YAML. */
function behindTags(source: Source, at: number): number {
  let here = at;
  for (
    let count = 0;
    count < 2 && /^(?:&[\w.-]|!{1,2}[A-Za-z])/.test(source.text.slice(here, here + 3));
    count += 1
  ) {
    const end = runEnd(source, here, notSpace);
    const next = runEnd(source, end, blanks);
    if (next === end || next >= lineEnd(source, end)) return here;
    here = next;
  }
  return here;
}

function readGroup(reading: Reading, at: number): Assigned | undefined {
  const { source, level, sign, isFirst } = reading;
  const { text } = source;
  const character = text[at]!;
  if (!"{[(".includes(character) || text.startsWith("{{", at)) return undefined;
  if (text.startsWith("(redacted", at)) return undefined;
  if (character === "(" && sign !== "equals") return undefined;
  const end = groupEnd(source, at, level);
  if (end === undefined) {
    return character === "(" ? undefined : certain(source, { start: at, end: text.length });
  }
  const behind = runEnd(source, end, blanks);
  const isAlone = isIn(source, behind, endOfGroup) || behind >= text.length;
  if (
    isAlone &&
    (behind > end || !isIn(source, end, quoteMarks) || level > 0 || reading.enclosing !== undefined)
  )
    return { start: at, end, shape: "group", value: text.slice(at, end) };
  if (!isFirst && behind > end)
    return { start: at, end, shape: "group", value: text.slice(at, end) };
  return undefined;
}

const endOfGroup = charSet(/[\s,;)}\]#"'`\\<&|]/);
