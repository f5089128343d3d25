import { isOnSide, type PatchLine } from "./patch-line.ts";

/**
 * The changed lines of a file, each run of them with the lines above it back to one that the base has only once, and one line below.
 * That says where the change belongs, by text and not by number, so it stays the same while others change other lines. Together with
 * the base it determines the head.
 */
export function changedLines(lines: readonly PatchLine[]): readonly string[] {
  const unique = uniqueLines(lines);
  const kept: string[] = [];
  let context: string[] = [];
  for (const { on, text } of lines) {
    if (on === "both") {
      context.push(text);
      continue;
    }
    keepContext(kept, context, unique);
    kept.push(`${on === "base" ? "-" : "+"}${text}`);
    context = [];
  }
  if (kept.length > 0) kept.push(...context.slice(0, 1).map(asContext));
  return kept;
}

function uniqueLines(lines: readonly PatchLine[]): ReadonlySet<string> {
  const once = new Set<string>();
  const more = new Set<string>();
  for (const line of lines) {
    if (!isOnSide(line, "base")) continue;
    if (once.has(line.text)) more.add(line.text);
    once.add(line.text);
  }
  return once.difference(more);
}

/** Lines between two changes, or between the start of the file and the first change. */
function keepContext(
  kept: string[],
  context: readonly string[],
  unique: ReadonlySet<string>,
): void {
  const below = kept.length > 0 ? 1 : 0;
  const anchor = context.findLastIndex((text) => unique.has(text));
  const isGap = anchor > below;
  const told = isGap ? [...context.slice(0, below), undefined, ...context.slice(anchor)] : context;
  for (const text of told) kept.push(text === undefined ? gap : asContext(text));
}

/** Marks lines that are left out; every other entry begins with a space, a plus or a minus. */
const gap = "...";

function asContext(text: string): string {
  return ` ${text}`;
}
