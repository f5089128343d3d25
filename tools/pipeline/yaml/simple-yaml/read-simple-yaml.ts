import { Pair, Scalar, YAMLMap, YAMLSeq, type Node } from "yaml";
import { splitLines, type Lines } from "./split-lines.ts";
import { plainScalar } from "./plain-scalar.ts";
import { readFlow, readQuotedScalar } from "./read-flow.ts";
import { readLiteral } from "./read-literal.ts";

/** The reader's position: the lines, and the next one. */
interface ReadState extends Lines {
  line: number;
  depth: number;
}

/** Leaves deeper values to the library, which reports them. */
const maxDepth = 48;

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
  const lines = splitLines(text);
  if (!lines) return undefined;
  const state: ReadState = { ...lines, line: 0, depth: 0 };
  const documents: (Node | null)[] = [];
  for (let first = true; skipBlank(state); first = false) {
    if (isMarker(state)) state.line += 1;
    else if (!first) return undefined;
    const node = readDocument(state);
    if (node === undefined) return undefined;
    documents.push(node);
  }
  return { documents, lineStarts: lines.starts };
}

function readDocument(state: ReadState): Node | null | undefined {
  if (!skipBlank(state) || isMarker(state)) return null;
  return indentOf(state) === 0 ? readBlock(state, 0) : undefined;
}

/** Moves to the next line with content; false at the end of the text. */
function skipBlank(state: ReadState): boolean {
  const { text, starts, ends, indents } = state;
  for (; state.line < starts.length; state.line += 1) {
    const start = starts[state.line]! + indents[state.line]!;
    if (start < ends[state.line]! && text[start] !== "#") return true;
  }
  return false;
}

function isMarker({ text, starts, ends, line }: ReadState): boolean {
  return ends[line]! - starts[line]! === 3 && text.startsWith("---", starts[line]);
}

function indentOf({ indents, line }: ReadState): number {
  return indents[line]!;
}

/** Reports whether another line of a block with this indentation follows. */
function continues(state: ReadState, indent: number): boolean {
  return skipBlank(state) && indentOf(state) === indent && !isMarker(state);
}

/** Reads a map or list whose first entry begins at `column` of the current line. */
function readBlock(state: ReadState, column: number): Node | undefined {
  if (state.depth > maxDepth) return undefined;
  state.depth += 1;
  const node = isItem(state, column) ? readList(state, column) : readMap(state, column);
  state.depth -= 1;
  // A deeper line that is not part of the block continues a text, or is an error.
  if (node && skipBlank(state) && indentOf(state) > column) return undefined;
  return node;
}

function isItem({ text, starts, ends, line }: ReadState, column: number): boolean {
  const at = starts[line]! + column;
  return text[at] === "-" && (at + 1 === ends[line] || text[at + 1] === " ");
}

function readList(state: ReadState, column: number): YAMLSeq | undefined {
  const node = new YAMLSeq();
  const offset = state.starts[state.line]! + column;
  do {
    if (!isItem(state, column)) return undefined;
    const item = readItem(state, column);
    if (!item) return undefined;
    node.items.push(item);
  } while (continues(state, column) && isItem(state, column));
  node.range = [offset, offset, offset];
  return node;
}

function readItem(state: ReadState, column: number): Node | undefined {
  const start = state.starts[state.line]!;
  const at = skipSpacesAndComments(state, start + column + 1);
  if (at === undefined) return readBelow(state, { column, allowSameIndent: false });
  const inner = at - start;
  return isItem(state, inner) || keyAt(state.text, at) !== undefined
    ? readBlock(state, inner)
    : readInline(state, at, column);
}

function readMap(state: ReadState, column: number): YAMLMap | undefined {
  const node = new YAMLMap();
  const keys = new Set<unknown>();
  const offset = state.starts[state.line]! + column;
  do {
    const at = state.starts[state.line]! + column;
    const key = readKey(state.text, at);
    if (!key || keys.has(key.value)) return undefined;
    keys.add(key.value);
    const value = readValue(state, key.end + 1, column);
    if (!value) return undefined;
    node.items.push(new Pair(key.node, value));
  } while (continues(state, column));
  node.range = [offset, offset, offset];
  return node;
}

function readValue(state: ReadState, offset: number, column: number): Node | undefined {
  const at = skipSpacesAndComments(state, offset);
  return at === undefined
    ? readBelow(state, { column, allowSameIndent: true })
    : readInline(state, at, column);
}

/** Reads the block below a key or a dash. A list may have the same indentation as its key. */
function readBelow(
  state: ReadState,
  { column, allowSameIndent }: { column: number; allowSameIndent: boolean },
): Node | undefined {
  state.line += 1;
  if (!skipBlank(state) || isMarker(state)) return undefined;
  const indent = indentOf(state);
  const isDeepEnough =
    indent > column || (allowSameIndent && indent === column && isItem(state, indent));
  return isDeepEnough ? readBlock(state, indent) : undefined;
}

/** Returns the first offset from `offset` on that is neither space nor comment, on the current line. */
function skipSpacesAndComments(
  { text, ends, line }: ReadState,
  offset: number,
): number | undefined {
  let at = offset;
  while (text[at] === " ") at += 1;
  return at >= ends[line]! || (text[at] === "#" && at > offset) ? undefined : at;
}

function readInline(state: ReadState, at: number, column: number): Node | undefined {
  const { text } = state;
  const first = text[at]!;
  if (first === "|") return readLiteral(state, at, column);
  if (first === '"' || first === "'" || first === "[" || first === "{") {
    const read = readFlow(text, at);
    if (!read || skipSpacesAndComments(state, read.end) !== undefined) return undefined;
    state.line += 1;
    return read.node;
  }
  return readPlain(state, at);
}

function readPlain(state: ReadState, at: number): Scalar | undefined {
  const { text, ends, line } = state;
  if (indicators.has(text[at]!) && !isDashed(text, at)) return undefined;
  const rest = text.slice(at, ends[line]);
  const comment = rest.indexOf(" #");
  const source = comment < 0 ? rest : rest.slice(0, comment);
  // The library keeps some spaces before a comment and drops others.
  if (source.includes(": ") || /[: ]$/.test(source)) return undefined;
  state.line += 1;
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
  const node = isQuoted ? (readQuotedScalar(text, at)?.node as Scalar) : plainScalar(source, at);
  return node && { node, value: node.value, end: at + source.length };
}

function keyAt(text: string, at: number): string | undefined {
  const pattern = text[at] === '"' || text[at] === "'" ? quotedKey : plainKey;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
