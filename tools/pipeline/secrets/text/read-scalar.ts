import { blockBelow, wordEnd } from "./read-value.ts";
import { certain, trimmedEnd, type Assigned, type Reading } from "./reading.ts";
import { indexFrom, isIn, lineEnd, spaces, type Source } from "./source.ts";

/** Reads a value without quotes and brackets. */
export function readScalar(reading: Reading, at: number): Assigned {
  const { source, sign, isFirst, isQuoted, enclosing, name } = reading;
  const { text } = source;
  const end = lineEnd(source, at);
  if (enclosing !== undefined) {
    const close = closingOf(source, at, enclosing);
    if (close !== undefined && close <= end) return certain(source, { start: at, end: close });
  }
  if (sign === "cell")
    return {
      ...certain(source, { start: at, end: flowEnd(source, at, end, /[|]/) }),
      shape: "spoken",
    };
  if (
    isQuoted &&
    isFirst &&
    sign === "colon" &&
    !/^[\w.-]*,?\s*$/.test(text.slice(at, Math.min(end, at + 200)))
  )
    return readLine(reading, at);
  if (isQuoted) return certain(source, { start: at, end: flowEnd(source, at, end, /[,}\]\s;]/) });
  const before = text.slice(Math.max(name.lineStart, name.start - 8), name.start).trimEnd();
  if (sign === "colon" && /(?:\{|,)["'`]?$/.test(before) && !before.endsWith("{{"))
    return certain(source, { start: at, end: flowEnd(source, at, end, /[,}]/) });
  if (isFirst && (sign === "colon" || sign === "equals")) return readLine(reading, at);
  if (
    sign === "colon" &&
    /authorization|cookie/i.test(text.slice(Math.max(name.start, name.end - 40), name.end))
  )
    return certain(source, { start: at, end: trimmedEnd(source, at, end) });
  const word = wordEnd(source, at, Math.min(end, name.limit));
  const range = certain(source, { start: at, end: word });
  return sign === "colon" ? { ...range, shape: "spoken" } : range;
}

/** Reads a whole line, its continuation, and deeper lines below, which YAML and INI treat as the same value. */
function readLine({ source, sign, column, name }: Reading, at: number): Assigned {
  const { text } = source;
  if (
    sign === "equals" &&
    /^\$(?:env|secret|sys)?[({]|^\{\{|^\$[A-Za-z_]/.test(text.slice(at, at + 8))
  ) {
    const word = wordEnd(source, at, lineEnd(source, at));
    if (isIn(source, word, spaces) || text[word] === ";" || word >= text.length)
      return certain(source, { start: at, end: word });
  }
  let end = lineEnd(source, at);
  while (text[end - 1] === "\\" && end < Math.min(text.length, name.limit))
    end = lineEnd(source, end + (text[end] === "\r" ? 2 : 1));
  const comment = sign === "colon" ? indexFrom(source, " #", at) : -1;
  if (comment !== -1 && comment < end)
    return certain(source, { start: at, end: trimmedEnd(source, at, comment) });
  const below = blockBelow(source, end, column, false);
  return certain(source, { start: at, end: below ? below.end : trimmedEnd(source, at, end) });
}

function closingOf(source: Source, at: number, enclosing: string): number | undefined {
  const found = indexFrom(source, enclosing, at);
  return found === -1 ? undefined : found;
}

function flowEnd(source: Source, at: number, end: number, stop: RegExp): number {
  const { text } = source;
  let here = at;
  while (
    here < end &&
    !(
      stop.test(text[here]!) &&
      (text[here] !== "," || stop.source.includes("s;") || isIn(source, here + 1, spaces))
    )
  ) {
    if (
      text.startsWith("{{", here) ||
      text.startsWith("${", here) ||
      text.startsWith("(redacted", here)
    ) {
      const close = text[here] === "(" ? ")" : "}";
      const found = indexFrom(source, close, here);
      here = found === -1 || found >= end ? here + 1 : found + 1;
      while (close === "}" && text[here] === "}" && text.startsWith("{{", at)) here += 1;
    } else here += 1;
  }
  source.steps += here - at + 1;
  return trimmedEnd(source, at, Math.min(here, end));
}
