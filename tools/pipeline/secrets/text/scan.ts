import type { NameKind } from "../secret-name.ts";
import type { Range } from "./read-value.ts";
import type { Assigned } from "./reading.ts";
import {
  blanks,
  charSet,
  indexFrom,
  isIn,
  lineEnd,
  runEnd,
  spaces,
  type Source,
} from "./source.ts";

/** Characters of names. */
export const nameChars = charSet(/[\w.-]/);

/** The state of the scanner at a position. */
export interface Scan {
  readonly source: Source;
  readonly marks: Range[];
  readonly aliases: Set<string>;
  lineStart: number;
  first: number;
  /** The name for a value key beside it. */
  named: { readonly kind: NameKind; readonly column: number; readonly at: number } | undefined;
  /** A value whose name may still follow. */
  unnamed: Assigned | undefined;
  section: NameKind;
  tag: { readonly at: number; readonly kind: NameKind; readonly name: string } | undefined;
  hasOpenTag: boolean;
  isSecretManifest: boolean;
}

/** The scanner before the first line of a text. */
export function openScan(source: Source): Scan {
  const { text } = source;
  const scan: Scan = {
    source,
    marks: [],
    aliases: new Set(),
    lineStart: 0,
    first: 0,
    named: undefined,
    unnamed: undefined,
    section: "none",
    tag: undefined,
    hasOpenTag: false,
    isSecretManifest: /\bkind["']?:[ \t]{0,4}["']?Secret\b/.test(text),
  };
  source.steps += text.length;
  beginLine(scan, 0);
  return scan;
}

/** Continues at a later position, perhaps in another line. */
export function jump(scan: Scan, from: number, to: number): number {
  const newLine = indexFrom(scan.source, "\n", from);
  if (newLine === -1 || newLine >= to) return to;
  const passed = scan.source.text.slice(from, to);
  scan.source.steps += passed.length;
  beginLine(scan, from + passed.lastIndexOf("\n") + 1);
  return to;
}

/** Starts a line, which may end what earlier lines opened. */
export function beginLine(scan: Scan, at: number): void {
  const { source } = scan;
  const { text } = source;
  scan.lineStart = at;
  scan.first = runEnd(source, at, blanks);
  const end = lineEnd(source, scan.first);
  if (scan.first >= end) return;
  const column = scan.first - at;
  if (scan.named && column < scan.named.column) scan.named = undefined;
  if (text[scan.first] === "-" && isIn(source, scan.first + 1, spaces)) {
    if (!scan.named || column <= scan.named.column) scan.named = undefined;
    scan.unnamed = undefined;
  }
  if (text[scan.first] === "[" && end - scan.first < 160) {
    source.steps += end - scan.first;
    const title = /^\[{1,2}(?<title>[\w.\-" :]+)\]{1,2}\s*(?:[#;].*)?$/.exec(
      text.slice(scan.first, end),
    )?.groups?.["title"];
    if (title !== undefined) scan.section = sectionKind(title);
  }
}

/** A TOML or INI section with a secret name holds only credentials. */
function sectionKind(title: string): NameKind {
  const last =
    title
      .split(/[.\s":]+/)
      .filter((part) => part !== "")
      .at(-1) ?? "";
  return /(?:credentials?|secrets?|passwords?|passwds?|tokens?)$/i.test(last) ? "likely" : "none";
}
