import { Pair, Scalar, YAMLMap, YAMLSeq, type Node } from "yaml";
import { cutLines, type Lines } from "./cut-lines.ts";
import { plainScalar } from "./plain-scalar.ts";
import { readFlow, readQuoted } from "./read-flow.ts";
import { readLiteral } from "./read-literal.ts";

/** The reader's position: the lines, and the next one. */
interface Reading extends Lines {
  line: number;
  depth: number;
}

/** Leaves deeper values to the library, which reports them. */
const deepest = 48;

// The library allows longer keys; these cover what people write.
const plainKey =
  /(?:[A-Za-z0-9_/$\uE000-\uF8FF]|\.(?=[A-Za-z]))[A-Za-z0-9_./$\uE000-\uF8FF-]*(?=:(?: |\n|$))/y;
const dashed = /-+[0-9A-Za-z]/y;
const quotedKey = /(?:"[^"\\\n]*"|'[^'\n]*')(?=:(?: |\n|$))/y;
/** Characters that no plain text begins with, or that make the library look further. */
const indicators = new Set("[]{},&*#|>!%@`\"'?:-");

/** The documents of a text (null for an empty one), and the start offset of each line. */
export interface SimpleYaml {
  readonly documents: readonly (Node | null)[];
  readonly lineStarts: readonly number[];
}

/**
 * Reads simple, valid YAML exactly like the library (kind, value, source, type and start of each node), in a tenth of
 * the time. Returns undefined for all other texts, which the library must read.
 */
export function readSimpleYaml(text: string): SimpleYaml | undefined {
  const lines = cutLines(text);
  if (!lines) return undefined;
  const reading: Reading = { ...lines, line: 0, depth: 0 };
  const documents: (Node | null)[] = [];
  for (let first = true; skipBlank(reading); first = false) {
    if (isMarker(reading)) reading.line += 1;
    else if (!first) return undefined;
    const node = readDocument(reading);
    if (node === undefined) return undefined;
    documents.push(node);
  }
  return { documents, lineStarts: lines.starts };
}

function readDocument(reading: Reading): Node | null | undefined {
  if (!skipBlank(reading) || isMarker(reading)) return null;
  return indentOf(reading) === 0 ? readBlock(reading, 0) : undefined;
}

/** Moves to the next line with content; false at the end of the text. */
function skipBlank(reading: Reading): boolean {
  const { text, starts, ends, indents } = reading;
  for (; reading.line < starts.length; reading.line += 1) {
    const start = starts[reading.line]! + indents[reading.line]!;
    if (start < ends[reading.line]! && text[start] !== "#") return true;
  }
  return false;
}

function isMarker({ text, starts, ends, line }: Reading): boolean {
  return ends[line]! - starts[line]! === 3 && text.startsWith("---", starts[line]);
}

function indentOf({ indents, line }: Reading): number {
  return indents[line]!;
}

/** Reports whether another line of a block with this indentation follows. */
function goesOn(reading: Reading, indent: number): boolean {
  return skipBlank(reading) && indentOf(reading) === indent && !isMarker(reading);
}

/** Reads a map or list whose first entry begins at `column` of the current line. */
function readBlock(reading: Reading, column: number): Node | undefined {
  if (reading.depth > deepest) return undefined;
  reading.depth += 1;
  const node = isItem(reading, column) ? readList(reading, column) : readMap(reading, column);
  reading.depth -= 1;
  // A deeper line that is not part of the block continues a text, or is an error.
  if (node && skipBlank(reading) && indentOf(reading) > column) return undefined;
  return node;
}

function isItem({ text, starts, ends, line }: Reading, column: number): boolean {
  const at = starts[line]! + column;
  return text[at] === "-" && (at + 1 === ends[line] || text[at + 1] === " ");
}

function readList(reading: Reading, column: number): YAMLSeq | undefined {
  const node = new YAMLSeq();
  const offset = reading.starts[reading.line]! + column;
  do {
    if (!isItem(reading, column)) return undefined;
    const item = readItem(reading, column);
    if (!item) return undefined;
    node.items.push(item);
  } while (goesOn(reading, column) && isItem(reading, column));
  node.range = [offset, offset, offset];
  return node;
}

function readItem(reading: Reading, column: number): Node | undefined {
  const start = reading.starts[reading.line]!;
  const at = behindSpaces(reading, start + column + 1);
  if (at === undefined) return readBelow(reading, { column, listAtSame: false });
  const inner = at - start;
  return isItem(reading, inner) || keyAt(reading.text, at) !== undefined
    ? readBlock(reading, inner)
    : readInline(reading, at, column);
}

function readMap(reading: Reading, column: number): YAMLMap | undefined {
  const node = new YAMLMap();
  const keys = new Set<unknown>();
  const offset = reading.starts[reading.line]! + column;
  do {
    const at = reading.starts[reading.line]! + column;
    const key = readKey(reading.text, at);
    if (!key || keys.has(key.value)) return undefined;
    keys.add(key.value);
    const value = readValue(reading, key.end + 1, column);
    if (!value) return undefined;
    node.items.push(new Pair(key.node, value));
  } while (goesOn(reading, column));
  node.range = [offset, offset, offset];
  return node;
}

function readValue(reading: Reading, offset: number, column: number): Node | undefined {
  const at = behindSpaces(reading, offset);
  return at === undefined
    ? readBelow(reading, { column, listAtSame: true })
    : readInline(reading, at, column);
}

/** Reads the block below a key or a dash. A list may have the same indentation as its key. */
function readBelow(
  reading: Reading,
  { column, listAtSame }: { column: number; listAtSame: boolean },
): Node | undefined {
  reading.line += 1;
  if (!skipBlank(reading) || isMarker(reading)) return undefined;
  const indent = indentOf(reading);
  const fits = indent > column || (listAtSame && indent === column && isItem(reading, indent));
  return fits ? readBlock(reading, indent) : undefined;
}

/** Returns the first offset from `offset` on that is neither space nor comment, on the current line. */
function behindSpaces({ text, ends, line }: Reading, offset: number): number | undefined {
  let at = offset;
  while (text[at] === " ") at += 1;
  return at >= ends[line]! || (text[at] === "#" && at > offset) ? undefined : at;
}

function readInline(reading: Reading, at: number, column: number): Node | undefined {
  const { text } = reading;
  const first = text[at]!;
  if (first === "|") return readLiteral(reading, at, column);
  if (first === '"' || first === "'" || first === "[" || first === "{") {
    const read = readFlow(text, at);
    if (!read || behindSpaces(reading, read.end) !== undefined) return undefined;
    reading.line += 1;
    return read.node;
  }
  return readPlain(reading, at);
}

function readPlain(reading: Reading, at: number): Scalar | undefined {
  const { text, ends, line } = reading;
  if (indicators.has(text[at]!) && !isDashed(text, at)) return undefined;
  const rest = text.slice(at, ends[line]);
  const comment = rest.indexOf(" #");
  const source = comment < 0 ? rest : rest.slice(0, comment);
  // The library keeps some spaces before a comment and drops others.
  if (source.includes(": ") || /[: ]$/.test(source)) return undefined;
  reading.line += 1;
  return plainScalar(source, at);
}

/** A dash followed by a letter or digit begins a plain text: `--port`, `-1`. */
function isDashed(text: string, at: number): boolean {
  dashed.lastIndex = at;
  return dashed.test(text);
}

interface Key {
  readonly node: Scalar;
  readonly value: unknown;
  readonly end: number;
}

function readKey(text: string, at: number): Key | undefined {
  const source = keyAt(text, at);
  if (source === undefined) return undefined;
  const isQuoted = text[at] === '"' || text[at] === "'";
  const node = isQuoted ? (readQuoted(text, at)?.node as Scalar) : plainScalar(source, at);
  return node && { node, value: node.value, end: at + source.length };
}

function keyAt(text: string, at: number): string | undefined {
  const pattern = text[at] === '"' || text[at] === "'" ? quotedKey : plainKey;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
