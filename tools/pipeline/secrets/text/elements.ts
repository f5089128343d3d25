import { isHolder, nameKey, valueKey } from "../name-pairs.ts";
import { isPlain } from "../plain-value.ts";
import { kindOfName } from "../secret-name.ts";
import { nameValue } from "./name-pairs.ts";
import { nameChars, type Scan } from "./scan.ts";
import { charSet, indexFrom, isIn, lineEnd, runEnd } from "./source.ts";

const tagChars = charSet(/[\w:.-]/);

/** Reads the name of an element and returns the next position. */
export function openTag(scan: Scan, at: number): number {
  const { source } = scan;
  const end = runEnd(source, at + 1, tagChars);
  if (end === at + 1 || !/[A-Za-z_]/.test(source.text[at + 1]!)) return at + 1;
  const name = source.text.slice(Math.max(at + 1, end - 160), end);
  scan.tag = { at, name, kind: kindOfName(name.slice(name.lastIndexOf(":") + 1)) };
  return end;
}

/** Reads the content of an element whose name or attribute marks it as a credential. */
export function closeTag(scan: Scan, at: number): number {
  const { source, tag, named } = scan;
  const { text } = source;
  scan.tag = undefined;
  if (!tag || "/?-".includes(text[at - 1]!)) return at + 1;
  const start = at + 1;
  const next = indexFrom(source, "<", start);
  const local = tag.name.slice(tag.name.lastIndexOf(":") + 1);
  const attributed = named && named.at > tag.at ? named.kind : "none";
  const beside = valueKey.test(local) && named ? named.kind : "none";
  const kind = [tag.kind, attributed, beside].find((one) => one !== "none");
  if (next === -1) return start;
  if (kind === undefined) {
    const content = {
      start,
      end: next,
      shape: "certain" as const,
      value: text.slice(start, Math.min(next, start + 600)),
    };
    if (nameKey.test(local) && next - start <= 160 && next > start) nameValue(scan, content);
    else if (valueKey.test(local) && next > start) {
      scan.named = undefined;
      scan.unnamed = content;
    }
    return start;
  }
  if (attributed !== "none" || beside !== "none") scan.named = undefined;
  if (!isHolder(kind) && !text.startsWith("</", next)) return start;
  const end = contentEnd(scan, start);
  if (end === start) return start;
  const value = text.slice(start, end).replace(/^\s{0,99}<!\[CDATA\[/, "");
  if (isPlain(kind, value.replace("]]>", ""))) return start;
  scan.marks.push({ start, end });
  return end;
}

/** Finds the end of the element that began before `start`; without an end tag, the next element or line. */
function contentEnd(scan: Scan, start: number): number {
  const { source } = scan;
  const { text } = source;
  let depth = 1;
  for (
    let at = indexFrom(source, "<", start);
    at !== -1 && !scan.hasOpenTag;
    at = indexFrom(source, "<", at + 1)
  ) {
    if (text.startsWith("<![CDATA[", at)) {
      const close = indexFrom(source, "]]>", at);
      if (close === -1) return text.length;
      at = close;
    } else if (text[at + 1] === "/") depth -= 1;
    else if (/[A-Za-z_]/.test(text[at + 1] ?? " ")) {
      const close = indexFrom(source, ">", at);
      if (close !== -1 && text[close - 1] !== "/") depth += 1;
    }
    if (depth === 0) return at;
  }
  scan.hasOpenTag = true;
  // A placeholder such as `<password>` precedes a blank or a sign.
  if (!isIn(source, start, nameChars)) return start;
  const next = indexFrom(source, "<", start);
  return Math.min(next === -1 ? text.length : next, lineEnd(source, start));
}
