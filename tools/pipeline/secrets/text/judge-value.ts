import { isHolder } from "../name-pairs.ts";
import { isPlain } from "../plain-value.ts";
import type { NameKind } from "../secret-name.ts";
import { isAllBeside } from "./is-all-beside.ts";
import type { Assigned } from "./reading.ts";
import type { Scan } from "./scan.ts";

/** Decides whether a value is hidden, harmless as a whole, or examined further. */
export function judgeValue(
  scan: Scan,
  kind: NameKind,
  assigned: Assigned,
): "hidden" | "plain" | "open" {
  const { shape, value } = assigned;
  if (shape === "group") {
    if (!isHolder(kind)) return "open";
    return isAllBeside(scan.source, kind, assigned) ? "plain" : "hidden";
  }
  if (shape === "spoken" && isProse(value)) return "open";
  const alias = /^\*(?<alias>[\w.-]{1,80})$/.exec(value.slice(0, 100))?.groups?.["alias"];
  if (alias !== undefined) {
    scan.aliases.add(alias);
    return "plain";
  }
  return isPlain(kind, value) ? "plain" : "hidden";
}

/** A word of a sentence rather than a credential. */
function isProse(value: string): boolean {
  return (
    /^(?:[A-Za-z]?[a-z]+(?:['-][a-z]+)*|[A-Z]+|\d{1,3})?[.,;:!?)]*$/.test(value.slice(0, 64)) &&
    value.length < 64
  );
}
