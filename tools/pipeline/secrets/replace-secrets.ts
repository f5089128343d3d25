import { findAssigned } from "./text/find-assigned.ts";
import { findForms, mayHoldForm } from "./forms/find-forms.ts";
import { findInLines } from "./forms/find-in-lines.ts";
import { findLogins } from "./forms/find-logins.ts";
import { findRandomWords } from "./forms/find-random-words.ts";
import { findKeyBlocks } from "./forms/find-key-blocks.ts";
import type { Range } from "./text/read-value.ts";
import { soundsSecret } from "./secret-name.ts";
import { openSource, type Source } from "./text/source.ts";

export type Tag = (secret: string) => string;

/** Replaces credentials in a text, found by names, signs and forms, with `tag(credential)`. */
export function replaceSecrets(text: string, tag: Tag): string {
  return replaceRanges(text, findSecrets(openSource(text)), tag);
}

/** Short lower-case names: most texts. */
const plainName = /^[a-z0-9./-]{0,80}$/;
const longWord = /[A-Za-z0-9+/_=-]{20}/;
/** Characters without which a text contains no assignment, address or command. */
const sign = /[\s:=<>@(){},&|"'`$]/;

/** A cheap check first: most texts are names. */
export function mayHoldSecrets(text: string): boolean {
  if (text.length < 4) return false;
  if (plainName.test(text)) return mayHoldForm(text);
  return sign.test(text) || longWord.test(text) || mayHoldForm(text);
}

/** Finds the credentials of a text, in order and without overlaps. */
export function findSecrets(source: Source): readonly Range[] {
  const blocks = findKeyBlocks(source);
  const formed = [
    ...blocks.secret,
    ...findForms(source),
    ...findLogins(source),
    ...findInLines(source),
  ];
  const assigned = soundsSecret.test(source.text) ? findAssigned(source) : [];
  source.steps += source.text.length;
  const random = outside(findRandomWords(source), blocks.open);
  const tags = [...source.text.matchAll(/\(redacted(?: [0-9a-f]{8})?\)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return merged([...formed, ...assigned, ...random], tags);
}

/** Keeps ranges that do not overlap an earlier one. */
function outside(ranges: readonly Range[], others: readonly Range[]): readonly Range[] {
  const sorted = others.toSorted((one, other) => one.start - other.start);
  let next = 0;
  return ranges.filter(({ start, end }) => {
    while (next < sorted.length && sorted[next]!.end <= start) next += 1;
    const other = sorted[next];
    return other === undefined || other.start >= end;
  });
}

/** Sorts ranges and merges overlapping ones, except hidden ones. */
function merged(ranges: readonly Range[], tags: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    if (range.end <= range.start) continue;
    const last = joined.at(-1);
    if (last && range.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  let next = 0;
  return joined.filter(({ start, end }) => {
    while (next < tags.length && tags[next]!.end <= start) next += 1;
    const tag = tags[next];
    return tag === undefined || tag.start > start || tag.end < end;
  });
}

function replaceRanges(text: string, ranges: readonly Range[], tag: Tag): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), tag(text.slice(start, end)));
    at = end;
  }
  return parts.join("") + text.slice(at);
}
