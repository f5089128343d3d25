import { isDeepStrictEqual } from "node:util";
import { Lexer, parseAllDocuments } from "yaml";

/**
 * The numbers, from 0, of the lines in a YAML file that are blank or only a comment. A `#` line of a block scalar is content. Empty
 * unless the other lines alone mean the same.
 */
export function silentLines(content: Buffer): ReadonlySet<number> {
  const text = content.toString("utf8");
  // Invalid UTF-8, and characters that some readers take for line breaks.
  const isUnclear = /[^\P{Cc}\t\n]|[\uFEFF\uFFFD\u2028\u2029]/u.test(text.replaceAll("\r\n", "\n"));
  const values = isUnclear ? undefined : valuesOf(text);
  if (values === undefined) return new Set();
  const lines = text.split("\n");
  const loud = loudLines(text);
  const rest = lines.filter((_, line) => loud.has(line)).map((line) => `${line}\n`);
  if (!isDeepStrictEqual(valuesOf(rest.join("")), values)) return new Set();
  if (lines.at(-1) === "") lines.pop();
  return new Set(lines.keys().filter((line) => !loud.has(line)));
}

/** The values of all documents; undefined when the text is no valid YAML. */
function valuesOf(text: string): readonly unknown[] | undefined {
  try {
    const documents = parseAllDocuments(text, { prettyErrors: false });
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.map((document): unknown => document.toJS()).filter((value) => value !== null);
  } catch {
    return undefined; // Nested too deeply, or an alias without an anchor.
  }
}

function loudLines(text: string): ReadonlySet<number> {
  const loud = new Set<number>();
  let line = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const breaks = lexeme.split("\n").length - 1;
    const last = line + breaks - (lexeme.endsWith("\n") ? 1 : 0);
    const isContent = isScalar || !/^(?:\s*|#.*)$/.test(lexeme);
    if (isContent && !isMark(lexeme)) for (let at = line; at <= last; at += 1) loud.add(at);
    line += breaks;
    isScalar = lexeme === scalarMark;
  }
  return loud;
}

/** The lexer puts this before each scalar. */
const scalarMark = "\u001F";

/** Lexemes that are not in the text. */
function isMark(lexeme: string): boolean {
  return lexeme === scalarMark || lexeme === "\u0002" || lexeme === "\u0018";
}
