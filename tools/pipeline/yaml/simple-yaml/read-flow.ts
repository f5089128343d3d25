import { Pair, Scalar, YAMLMap, YAMLSeq, type Node } from "yaml";
import { plainScalar, scalar } from "./plain-scalar.ts";

/** A node and the offset after it. */
interface Read {
  readonly node: Node;
  readonly end: number;
}

const plain =
  /(?:[A-Za-z0-9_/.$\uE000-\uF8FF]|-+(?=[A-Za-z0-9]))(?:[A-Za-z0-9_/.$%+=@\uE000-\uF8FF-]|:(?=[A-Za-z0-9/\uE000-\uF8FF])| (?=[A-Za-z0-9_/\uE000-\uF8FF]))*/y;
const doubleQuoted = /"([^"\\\n]*)"/y;
const singleQuoted = /'([^'\n]*)'/y;
const maxDepth = 20;

/** Reads the list, map or quoted scalar that begins at an offset, on one line; undefined if it is not simple. */
export function readFlow(text: string, offset: number, depth = 0): Read | undefined {
  if (depth > maxDepth) return undefined;
  switch (text[offset]) {
    case "[":
      return readList(text, offset, depth);
    case "{":
      return readMap(text, offset, depth);
    default:
      return readQuotedScalar(text, offset);
  }
}

/** Reads a quoted text without escapes. */
export function readQuotedScalar(text: string, offset: number): Read | undefined {
  const type = text[offset] === '"' ? Scalar.QUOTE_DOUBLE : Scalar.QUOTE_SINGLE;
  const found = matchAt(type === Scalar.QUOTE_DOUBLE ? doubleQuoted : singleQuoted, text, offset);
  if (!found) return undefined;
  const source = found[1]!;
  return { node: scalar(source, { source, offset, type }), end: offset + found[0].length };
}

function readPlain(text: string, offset: number): Read | undefined {
  const found = matchAt(plain, text, offset);
  const node = found && plainScalar(found[0], offset);
  return node && { node, end: offset + found[0].length };
}

function readList(text: string, offset: number, depth: number): Read | undefined {
  const node = new YAMLSeq();
  node.flow = true;
  let at = skipSpaces(text, offset + 1);
  while (text[at] !== "]") {
    const item = readFlow(text, at, depth + 1) ?? readPlain(text, at);
    const next = item && endOfItem(text, item.end, "]");
    if (next === undefined) return undefined;
    node.items.push(item!.node);
    at = next;
  }
  node.range = [offset, at + 1, at + 1];
  return { node, end: at + 1 };
}

function readMap(text: string, offset: number, depth: number): Read | undefined {
  const node = new YAMLMap();
  const keys = new Set<unknown>();
  node.flow = true;
  let at = skipSpaces(text, offset + 1);
  while (text[at] !== "}") {
    const key = readQuotedScalar(text, at) ?? readPlain(text, at);
    if (!key || text[key.end] !== ":" || text[key.end + 1] !== " ") return undefined;
    const start = skipSpaces(text, key.end + 1);
    const item = readFlow(text, start, depth + 1) ?? readPlain(text, start);
    const next = item && endOfItem(text, item.end, "}");
    const name = (key.node as Scalar).value;
    if (next === undefined || keys.has(name)) return undefined;
    keys.add(name);
    node.items.push(new Pair(key.node, item!.node));
    at = next;
  }
  node.range = [offset, at + 1, at + 1];
  return { node, end: at + 1 };
}

/**
 * Returns the offset of the next item or of the closing bracket; undefined if neither follows, or after a trailing
 * comma.
 */
function endOfItem(text: string, offset: number, close: string): number | undefined {
  const at = skipSpaces(text, offset);
  if (text[at] === close) return at;
  if (text[at] !== ",") return undefined;
  const next = skipSpaces(text, at + 1);
  return text[next] === close ? undefined : next;
}

function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text[at] === " ") at += 1;
  return at;
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
