import { silentLines } from "./silent-lines.ts";

/** One line of two versions of a file. */
export interface PatchLine {
  readonly on: "base" | "head" | "both";
  /** With its line break, which the last line may lack. Latin-1, which keeps every byte. */
  readonly text: string;
}

export function isOnSide({ on }: PatchLine, side: "base" | "head"): boolean {
  return on === side || on === "both";
}

/** Leaves out the comments and blank lines of YAML. A comment that becomes content counts as an added line. */
export function withoutSilentLines(lines: readonly PatchLine[]): readonly PatchLine[] {
  const base = spoken(lines, "base");
  const head = spoken(lines, "head");
  return lines.flatMap((line): PatchLine[] => {
    const [before, after] = [base.has(line), head.has(line)];
    if (!before && !after) return [];
    return [{ text: line.text, on: before && after ? "both" : before ? "base" : "head" }];
  });
}

/** The lines of one side that are content. */
function spoken(lines: readonly PatchLine[], side: "base" | "head"): ReadonlySet<PatchLine> {
  const own = lines.filter((line) => isOnSide(line, side));
  const silent = silentLines(Buffer.from(own.map(({ text }) => text).join(""), "latin1"));
  return new Set(own.filter((_, index) => !silent.has(index)));
}
