import { kindOfName } from "../secret-name.ts";
import { judgeValue } from "./judge-value.ts";
import { readAnchored } from "./read-assignment.ts";
import { nameChars, type Scan } from "./scan.ts";
import { blanks, indexFrom, isIn, runEnd, spaces } from "./source.ts";

/** Hides the target of an alias below a secret name, and the value of an anchor with a secret name. */
export function findAnchors(scan: Scan): void {
  const { source, aliases, marks } = scan;
  const { text } = source;
  let lineStart = 0;
  for (let at = indexFrom(source, "&", 0); at !== -1;) {
    const end = runEnd(source, at + 1, nameChars);
    const name = text.slice(at + 1, Math.min(end, at + 90));
    const kind = aliases.has(name) ? "secret" : kindOfName(name);
    let next = at + 1;
    if (kind !== "none" && end > at + 1 && isIn(source, end, spaces)) {
      for (let line = indexFrom(source, "\n", lineStart); line !== -1 && line < at;) {
        lineStart = line + 1;
        line = indexFrom(source, "\n", lineStart);
      }
      const first = runEnd(source, lineStart, blanks);
      const anchored = readAnchored(source, {
        start: at,
        end,
        lineStart,
        first,
        groups: true,
        limit: text.length,
      });
      if (anchored) {
        const judged = judgeValue(scan, kind, anchored);
        if (judged === "hidden") marks.push({ start: anchored.start, end: anchored.end });
        if (judged === "hidden" || anchored.shape === "group") next = anchored.end;
      }
    }
    at = indexFrom(source, "&", next);
  }
}
