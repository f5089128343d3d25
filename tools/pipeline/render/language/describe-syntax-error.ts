import { lineStarts } from "../../model/origins/line-places.ts";

/** Returns the place and the problem of a template that cannot be parsed, from the parser's error. */
export function describeSyntaxError(
  error: unknown,
  text: string,
): { offset: number; detail: string } {
  const { message, lineNumber, column } = error as {
    message: string;
    lineNumber?: number;
    column?: number;
  };
  if (lineNumber !== undefined && column !== undefined) {
    const detail = message.replace(/ - [0-9]+:[0-9]+$/, "");
    return { offset: offsetOf(text, lineNumber, column), detail };
  }
  const unclosed = unclosedBlock(text);
  if (/got 'EOF'/.test(message) && unclosed) {
    return { offset: unclosed.offset, detail: `the block {{#${unclosed.name}}} has no end` };
  }
  const line = Number(/on line ([0-9]+)/.exec(message)?.[1] ?? 1);
  const token = /got '([A-Z_]+)'/.exec(message)?.[1];
  return {
    offset: firstTag(text, line),
    detail: token ? `unexpected ${words[token] ?? token.toLowerCase()}` : "it cannot be read",
  };
}

const words: Readonly<Record<string, string>> = {
  EOF: "end of the file",
  CLOSE: "end of the expression",
  OPEN_ENDBLOCK: "end of a block",
  OPEN_SEXPR: "opening parenthesis",
  CLOSE_SEXPR: "closing parenthesis",
  INVALID: "character",
  SEP: "dot or slash",
  INVERSE: "{{else}}",
};

function offsetOf(text: string, line: number, column: number): number {
  return (lineStarts(text)[line - 1] ?? 0) + column;
}

/** Returns the first expression of a line, or the last one before it. */
function firstTag(text: string, line: number): number {
  const start = lineStarts(text)[line - 1] ?? 0;
  const end = text.indexOf("\n", start);
  const tag = text.slice(start, end < 0 ? undefined : end).indexOf("{{");
  return tag < 0 ? Math.max(text.lastIndexOf("{{", start), 0) : start + tag;
}

function unclosedBlock(text: string): { name: string; offset: number } | undefined {
  const opened: { name: string; offset: number }[] = [];
  for (const match of text.matchAll(/\{\{~?([#^/])([A-Za-z]+)/g)) {
    const [, mark, name = ""] = match;
    if (mark === "/") opened.pop();
    else opened.push({ name, offset: match.index });
  }
  return opened.at(-1);
}
