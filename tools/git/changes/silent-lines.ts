import { Lexer, parseAllDocuments } from "yaml";

/**
 * The numbers of the lines in a YAML file that are blank or a comment and nothing else, from 0. A `#` line of a block scalar is
 * content. Empty for whatever is no valid YAML, where nobody can tell.
 */
export function silentLines(content: Buffer): ReadonlySet<number> {
  const text = content.toString("utf8");
  // Invalid UTF-8, and characters that other readers take for line breaks.
  if (/[^\P{Cc}\t\n]|[\uFEFF\uFFFD\u2028\u2029]/u.test(text.replaceAll("\r\n", "\n")))
    return new Set();
  return isValid(text) ? linesWithoutContent(text) : new Set();
}

function isValid(text: string): boolean {
  try {
    const documents = parseAllDocuments(text, { prettyErrors: false });
    return Array.isArray(documents) && documents.every(({ errors }) => errors.length === 0);
  } catch (error) {
    // The library recurses, so deep nesting exhausts the stack.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function linesWithoutContent(text: string): ReadonlySet<number> {
  const loud = new Set<number>();
  let line = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const breaks = lexeme.split("\n").length - 1;
    const isContent = isScalar || !/^(?:\s*|#.*)$/.test(lexeme);
    if (isContent && !isMark(lexeme))
      for (let at = line; at <= line + breaks - (lexeme.endsWith("\n") ? 1 : 0); at += 1)
        loud.add(at);
    line += breaks;
    isScalar = lexeme === scalarMark;
  }
  const all = text.split("\n").length - (text.endsWith("\n") || text === "" ? 1 : 0);
  return new Set(Array.from({ length: all }, (_, index) => index).filter((at) => !loud.has(at)));
}

/** The lexer puts this before each scalar. */
const scalarMark = "\u001F";

/** Lexemes that are not in the text. */
function isMark(lexeme: string): boolean {
  return lexeme === scalarMark || lexeme === "\u0002" || lexeme === "\u0018";
}
