import { createTwoFilesPatch } from "diff";
import type { ProposedFixes } from "./fix-estate.ts";

/** The edits as one unified diff for `git apply`; empty without edits. */
export function diffText({ texts, originals }: ProposedFixes): string {
  return [...texts]
    .map(([file, text]) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, originals.get(file) ?? "", text, "", "", {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      }),
    )
    .join("");
}

/** Summarizes fixed problems by code, refused fixes with the reason, and the number of manual fixes. */
export function fixSummary(proposed: ProposedFixes, written: boolean): string {
  const { applied, refused, problems } = proposed;
  const left = problems - applied.length;
  const lines = [
    applied.length === 0
      ? "Nothing has a mechanical remedy."
      : `${written ? "Fixed" : "Can be fixed"}: ${counts(applied)}, in ${files(proposed)}.`,
    ...refused.map(
      ({ file, why, fixes }) =>
        `Refused: ${counts(fixes)}, in ${file}: ${why}. Edit it by hand, or name individual rules.`,
    ),
    ...(left > 0
      ? [`${left} ${left === 1 ? "problem needs" : "problems need"} a manual fix: alto validate`]
      : []),
    ...(applied.length > 0 && !written
      ? ["Nothing was written. To apply the fixes: alto fix --write"]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

function counts(fixes: ProposedFixes["applied"]): string {
  return [...Map.groupBy(fixes, ({ code }) => code)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, all]) => (all.length === 1 ? code : `${code} (${all.length})`))
    .join(", ");
}

function files({ texts }: ProposedFixes): string {
  return texts.size === 1 ? ([...texts.keys()][0] ?? "") : `${texts.size} files`;
}
