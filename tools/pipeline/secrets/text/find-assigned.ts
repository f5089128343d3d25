import { isHolder, nameKey, valueKey } from "../name-pairs.ts";
import { isBeside, isPlain, isReference } from "../plain-value.ts";
import { kindOfName, type NameKind } from "../secret-name.ts";
import { closeTag, openTag } from "./elements.ts";
import { findAnchors } from "./find-anchors.ts";
import { isAllBeside } from "./is-all-beside.ts";
import { judgeValue } from "./judge-value.ts";
import { nameValue, takeValue } from "./name-pairs.ts";
import { readAssignment } from "./read-assignment.ts";
import type { Range } from "./read-value.ts";
import type { Assigned } from "./reading.ts";
import { beginLine, jump, nameChars, openScan, type Scan } from "./scan.ts";
import { indexFrom, isIn, lineEnd, runEnd, type Source } from "./source.ts";

/** Finds the values beside or below a secret name in a text. */
export function findAssigned(source: Source): readonly Range[] {
  const scan = openScan(source);
  for (let at = 0; at < source.text.length;) at = step(scan, at);
  findAnchors(scan);
  return scan.marks;
}

function step(scan: Scan, at: number): number {
  const { source } = scan;
  const { text } = source;
  source.steps += 1;
  if (isIn(source, at, nameChars)) {
    const end = runEnd(source, at, nameChars);
    return jump(scan, at, Math.max(end, readName(scan, at, end)));
  }
  const character = text[at]!;
  if (character === "\n") beginLine(scan, at + 1);
  else if (character === "<") return openTag(scan, at);
  else if (character === ">" && scan.tag) return jump(scan, at, closeTag(scan, at));
  else if (character === "{" && /[[,]\s?$/.test(text.slice(Math.max(0, at - 2), at))) {
    scan.named = undefined;
    scan.unnamed = undefined;
  }
  return at + 1;
}

function readName(scan: Scan, start: number, end: number): number {
  const { source, marks } = scan;
  const { text } = source;
  const isEscape = text[start - 1] === "\\" && "nrt".includes(text[start]!);
  const whole = text.slice(Math.max(start + (isEscape ? 1 : 0), end - 160), end);
  // `-Dname=value` of Java.
  const name = whole.replace(/^-[DP](?=[A-Za-z])/, "");
  const named = kindOfNameAt(scan, name, { start, end });
  if (named !== "none" && text[start - 1] === "{") {
    const expansion = readExpansion(scan, { start, end });
    if (expansion !== undefined) return expansion;
  }
  const isName = nameKey.test(name);
  const isValue = valueKey.test(name);
  if (named === "none" && !isName && !isValue && scan.section === "none") return end;
  const inSection = scan.section !== "none" && named === "none";
  const groups = isHolder(named) || (isValue && isHolder(scan.named?.kind ?? "none")) || inSection;
  const limit = named === "none" && !inSection ? Math.min(text.length, end + 600) : text.length;
  const assigned = readAssignment(source, {
    start,
    end,
    lineStart: scan.lineStart,
    first: scan.first,
    groups,
    limit,
  });
  if (!assigned) return end;
  if (named !== "none") {
    const hidden = judgeValue(scan, named, assigned);
    if (hidden === "open") return end;
    if (hidden === "hidden") marks.push({ start: assigned.start, end: assigned.end });
    // A harmless value may contain other names unless all of it was examined.
    return hidden === "hidden" || assigned.shape === "group" ? assigned.end : end;
  }
  if (assigned.shape === "spoken" && !isName && !isValue) return end;
  if (isName && assigned.shape !== "group" && assigned.value.length <= 160)
    nameValue(scan, assigned);
  else if (isValue) return takeValue(scan, assigned, end);
  return inSection && assigned.shape !== "spoken" ? readInSection(scan, name, assigned) : end;
}

function readInSection(scan: Scan, name: string, assigned: Assigned): number {
  const { start, end, value, shape } = assigned;
  const isPlainHere =
    shape === "group"
      ? isAllBeside(scan.source, scan.section, assigned)
      : isBeside(name, value) || isPlain("anything", value);
  if (!isPlainHere) scan.marks.push({ start, end });
  return end;
}

/** `${NAME:-fallback}`: the default is a value, and so is the whole. */
function readExpansion(scan: Scan, { start, end }: Range): number | undefined {
  const { source } = scan;
  const { text } = source;
  if (!/\$[a-z]{0,8}\{$/.test(text.slice(Math.max(0, start - 10), start))) return undefined;
  const close = indexFrom(source, "}", end);
  if (close === -1 || close > lineEnd(source, end)) return undefined;
  if (close - end > 400 || !isReference(`\${${text.slice(start, close)}}`))
    scan.marks.push({ start: end + 1, end: close });
  return close + 1;
}

function kindOfNameAt(scan: Scan, name: string, { start, end }: Range): NameKind {
  if (name === "data" && scan.isSecretManifest) return "likely";
  if (name === "PWD" && scan.source.text[start - 1] === ";") return "secret";
  if (name === "secretKey" && scan.source.text.slice(end, end + 200).includes("remoteRef"))
    return "place";
  const kind = kindOfName(name);
  if (kind === "none" || scan.source.text[start - 1] !== "/") return kind;
  const before = scan.source.text.slice(Math.max(0, start - 32), start);
  return /(?:checksum|digest|hash)\/$/.test(before) ? "digest" : kind;
}
