import { Scalar } from "yaml";
import type { Lines } from "./split-lines.ts";
import { scalar } from "./plain-scalar.ts";

/** Reads the lines below `|` or `|-` as a text; undefined if their blank lines or indentation need the library. */
export function readLiteral(
  reading: Lines & { line: number },
  offset: number,
  column: number,
): Scalar | undefined {
  const { text, starts, ends, indents } = reading;
  const header = text.slice(offset, ends[reading.line]);
  if (header !== "|" && header !== "|-") return undefined;
  const first = reading.line + 1;
  const indent = indents[first];
  if (indent === undefined || indent <= column || isBlank(reading, first)) return undefined;
  let next = first;
  const lines: string[] = [];
  for (; next < starts.length; next += 1) {
    const blank = isBlank(reading, next);
    if (!blank && indents[next]! < indent) break;
    lines.push(blank ? "" : text.slice(starts[next]! + indent, ends[next]));
  }
  // A line between the two indentations is an error, and a last line without a line ending has special rules.
  if (next < starts.length ? indents[next]! > column : !text.endsWith("\n")) return undefined;
  reading.line = next;
  while (lines.at(-1) === "") lines.pop();
  const value = lines.join("\n") + (header === "|" ? "\n" : "");
  return scalar(value, { source: header, offset, type: Scalar.BLOCK_LITERAL });
}

function isBlank({ starts, ends, indents }: Lines, line: number): boolean {
  return starts[line]! + indents[line]! === ends[line];
}
