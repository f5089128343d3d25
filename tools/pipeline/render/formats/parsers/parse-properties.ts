import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import { cutAtPlaceholders } from "../../tree/placeholders.ts";
import type { ParsedText, PrintedText } from "../../tree/parsed-text.ts";
import type { SkeletonEntry, SkeletonNode } from "../../tree/skeleton.ts";

interface LogicalLine {
  readonly text: string;
  readonly offset: number;
}

/** Parses a Java properties text into a skeleton: keys and values are strings, and both may contain placeholders. */
export function parseProperties({ text, placeOf }: PrintedText): ParsedText {
  const entries: SkeletonEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const line of logicalLines(text)) {
    const { key, value } = split(line.text);
    if (seen.has(key)) {
      const code = "template-output-duplicate-key";
      diagnostics.push({ code, at: placeOf(line.offset), args: { key } });
    }
    seen.add(key);
    const keyNode = nodeOf(key, line.offset);
    entries.push({
      key: keyNode.kind === "text" ? keyNode : key,
      value: nodeOf(value, line.offset),
      offset: line.offset,
    });
  }
  if (diagnostics.length > 0) return { documents: [], diagnostics };
  return { documents: [{ kind: "map", entries, offset: 0 }], diagnostics };
}

/** Splits logical lines, without comments and blank lines; a trailing backslash continues a line. */
function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let offset = 0;
  let open: LogicalLine | undefined;
  for (const raw of text.split("\n")) {
    const line = raw.replace(/\r$/, "");
    const content = line.trimStart();
    const continued = /(?:^|[^\\])(?:\\\\)*\\$/.test(content);
    if (open || (content !== "" && !/^[#!]/.test(content))) {
      const joined: LogicalLine = {
        text: (open?.text ?? "") + (continued ? content.slice(0, -1) : content),
        offset: open?.offset ?? offset + line.length - content.length,
      };
      open = continued ? joined : undefined;
      if (!open) lines.push(joined);
    }
    offset += raw.length + 1;
  }
  return open ? [...lines, open] : lines;
}

function split(line: string): { key: string; value: string } {
  const match = /^((?:\\.|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*(.*)$/su.exec(line);
  return { key: unescapeText(match?.[1] ?? line), value: unescapeText(match?.[2] ?? "") };
}

const escapes: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f" };

function unescapeText(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/gsu, (_, code?: string, other?: string) =>
    code === undefined
      ? (escapes[other!] ?? other!)
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function nodeOf(text: string, offset: number): Extract<SkeletonNode, { kind: "text" | "literal" }> {
  const parts = cutAtPlaceholders(text);
  return parts ? { kind: "text", parts, offset } : { kind: "literal", value: text, offset };
}
