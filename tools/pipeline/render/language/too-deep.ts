import { deepestNesting } from "../../model/values/deepest-nesting.ts";

/**
 * The offset of the first block or parenthesis that is nested deeper than any template needs. Handlebars' parser takes minutes
 * for a few thousand levels, so this looks at the text before it, in one pass.
 */
export function tooDeep(text: string): number | undefined {
  /** For each open block, how deep the parser nests in it: each `{{else if}}` nests once more. */
  const blocks: number[] = [];
  let depth = 0;
  for (let at = text.indexOf("{{"); at >= 0;) {
    const start = skip(text, at, /[{~&\s]/);
    if (text[start] === "!") {
      at = text.indexOf("{{", endOfComment(text, start));
      continue;
    }
    if (text[start] === "/") depth -= blocks.pop() ?? 0;
    else if (opensBlock(text, start)) {
      blocks.push(1);
      depth += 1;
    } else if (blocks.length > 0 && isElseIf(text, start)) {
      blocks.push((blocks.pop() ?? 0) + 1);
      depth += 1;
    }
    const tag = readTag(text, start);
    if (depth > deepestNesting || tag.depth > deepestNesting) return at;
    at = text.indexOf("{{", tag.end);
  }
  return undefined;
}

function skip(text: string, from: number, skipped: RegExp): number {
  let at = from;
  while (at < text.length && skipped.test(text[at] ?? "")) at += 1;
  return at;
}

function opensBlock(text: string, start: number): boolean {
  if (text[start] === "#") return true;
  // `{{^}}` is an else, `{{^name}}` a block.
  return text[start] === "^" && /[^\s~}]/.test(text[skip(text, start + 1, /\s/)] ?? "}");
}

function isElseIf(text: string, start: number): boolean {
  if (!text.startsWith("else", start)) return false;
  const after = skip(text, start + 4, /\s/);
  return after > start + 4 && !/[~}]/.test(text[after] ?? "}");
}

/** Where an expression ends, and how deep its parentheses are nested; those in texts do not count. */
function readTag(text: string, start: number): { end: number; depth: number } {
  let depth = 0;
  let deepest = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      at = end < 0 ? text.length : end;
    } else if (character === "(") deepest = Math.max(deepest, (depth += 1));
    else if (character === ")") depth -= 1;
    else if (character === "}" && text[at + 1] === "}") return { end: at + 2, depth: deepest };
  }
  return { end: text.length, depth: deepest };
}

/** A comment that begins with `!--` holds any braces, and ends at `--}}`. */
function endOfComment(text: string, start: number): number {
  const closing = text.startsWith("!--", start) ? "--" : "}}";
  for (let at = text.indexOf(closing, start + 1); at >= 0; at = text.indexOf(closing, at + 1)) {
    if (closing === "}}" || /^--~?\}\}/.test(text.slice(at, at + 5))) return at;
  }
  return text.length;
}
