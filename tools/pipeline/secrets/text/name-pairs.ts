import { isPlain } from "../plain-value.ts";
import { kindOfName } from "../secret-name.ts";
import { judgeValue } from "./judge-value.ts";
import type { Assigned } from "./reading.ts";
import type { Scan } from "./scan.ts";

/** A key such as `name` determines the kind of the value beside it, before or after. */
export function nameValue(scan: Scan, { value, start }: Assigned): void {
  const kind = kindOfName(value.trim());
  if (scan.unnamed) {
    if (kind !== "none" && !isPlain(kind, scan.unnamed.value))
      scan.marks.push({ start: scan.unnamed.start, end: scan.unnamed.end });
    scan.unnamed = undefined;
    scan.named = undefined;
    return;
  }
  scan.named = { kind, column: scan.first - scan.lineStart, at: start };
}

/** A key such as `value` holds a value whose kind the sibling name determines. Returns the next position. */
export function takeValue(scan: Scan, assigned: Assigned, end: number): number {
  const { named } = scan;
  scan.named = undefined;
  if (!named) {
    scan.unnamed = assigned;
    return end;
  }
  if (named.kind === "none") return end;
  const hidden = judgeValue(scan, named.kind, assigned);
  if (hidden !== "hidden") return end;
  scan.marks.push({ start: assigned.start, end: assigned.end });
  return assigned.end;
}
