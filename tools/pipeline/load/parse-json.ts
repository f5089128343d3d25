import type { Parsed } from "./parsed.ts";
import { deepestNesting } from "../model/values/deepest-nesting.ts";
import { forbiddenKeys } from "../model/values/forbidden-keys.ts";
import { linePlaces } from "../model/origins/line-places.ts";
import { setOrigin, setRootOrigin, type Origin } from "../model/origins/origin.ts";
import type { Place } from "../model/origins/place.ts";

/** Why a text is not the JSON we read, and at which character. */
class JsonProblem extends Error {
  readonly problem: string;
  readonly offset: number;

  constructor(problem: string, offset: number) {
    super(problem);
    this.problem = problem;
    this.offset = offset;
  }
}

interface Cursor {
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
  offset: number;
  depth: number;
}

/** The value of a JSON text with origins, or the first place where it breaks JSON's rules. Never throws. */
export function parseJson(text: string, file: string): Parsed {
  const placeOf = linePlaces(text, file);
  const cursor: Cursor = { text, placeOf, offset: 0, depth: 0 };
  try {
    skipSpace(cursor);
    const place = placeOf(cursor.offset);
    const value = readValue(cursor);
    skipSpace(cursor);
    if (cursor.offset < text.length) throw new JsonProblem("text-after-end", cursor.offset);
    if (typeof value === "object" && value !== null) setRootOrigin(value, { place });
    return { value, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    const { problem, offset } = error;
    return { diagnostics: [{ code: "json-syntax", at: placeOf(offset), args: { problem } }] };
  }
}

function skipSpace(cursor: Cursor): void {
  while (/[ \t\r\n]/.test(cursor.text[cursor.offset] ?? "")) cursor.offset += 1;
}

function readValue(cursor: Cursor): unknown {
  const first = cursor.text[cursor.offset];
  if (first === "{") return nested(cursor, readObject);
  if (first === "[") return nested(cursor, readList);
  if (first === '"') return readString(cursor);
  return readWord(cursor);
}

function nested(cursor: Cursor, read: (cursor: Cursor) => unknown): unknown {
  if (cursor.depth >= deepestNesting) throw new JsonProblem("too-deep", cursor.offset);
  cursor.depth += 1;
  cursor.offset += 1;
  skipSpace(cursor);
  const value = read(cursor);
  cursor.depth -= 1;
  return value;
}

function readObject(cursor: Cursor): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  if (take(cursor, "}")) return value;
  do {
    skipSpace(cursor);
    const keyOffset = cursor.offset;
    if (cursor.text[keyOffset] !== '"') throw new JsonProblem("key-expected", keyOffset);
    const key = readString(cursor);
    if (forbiddenKeys.has(key)) throw new JsonProblem("forbidden-key", keyOffset);
    if (Object.hasOwn(value, key)) throw new JsonProblem("duplicate-key", keyOffset);
    skipSpace(cursor);
    if (!take(cursor, ":")) throw new JsonProblem("colon-expected", cursor.offset);
    readMember(cursor, { container: value, key, keyPlace: cursor.placeOf(keyOffset) });
  } while (take(cursor, ","));
  if (!take(cursor, "}")) throw new JsonProblem("comma-or-end-expected", cursor.offset);
  return value;
}

function readList(cursor: Cursor): unknown[] {
  const value: unknown[] = [];
  if (take(cursor, "]")) return value;
  do readMember(cursor, { container: value, key: value.length });
  while (take(cursor, ","));
  if (!take(cursor, "]")) throw new JsonProblem("comma-or-end-expected", cursor.offset);
  return value;
}

function readMember(
  cursor: Cursor,
  { container, key, keyPlace }: { container: object; key: string | number; keyPlace?: Place },
): void {
  skipSpace(cursor);
  const place = cursor.placeOf(cursor.offset);
  const origin: Origin = keyPlace ? { place, keyPlace } : { place };
  (container as Record<string | number, unknown>)[key] = readValue(cursor);
  setOrigin(container, key, origin);
  skipSpace(cursor);
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.offset] !== character) return false;
  cursor.offset += 1;
  return true;
}

const stringEnd = /"(?:[^"\\]|\\.)*"/sy;
const word = /-?[A-Za-z0-9+.-]+/y;

function readString(cursor: Cursor): string {
  stringEnd.lastIndex = cursor.offset;
  const [source] = stringEnd.exec(cursor.text) ?? [];
  if (source === undefined) throw new JsonProblem("text-not-closed", cursor.offset);
  const value = parseNatively(source);
  if (typeof value !== "string") throw new JsonProblem("text-invalid", cursor.offset);
  cursor.offset += source.length;
  return value;
}

function readWord(cursor: Cursor): unknown {
  word.lastIndex = cursor.offset;
  const [source] = word.exec(cursor.text) ?? [];
  if (source === undefined) throw new JsonProblem("value-expected", cursor.offset);
  const value = parseNatively(source);
  if (value === undefined) throw new JsonProblem("word-unknown", cursor.offset);
  const exact =
    typeof value !== "number" ||
    (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)));
  if (!exact) throw new JsonProblem("number-not-exact", cursor.offset);
  cursor.offset += source.length;
  return value;
}

/** The value of one JSON token by the engine's own parser; undefined when it refuses. */
function parseNatively(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}
