import {
  objectName,
  type Diagnostic,
  type Finding,
  type RenderedTarget,
  type RunResult,
} from "@altostrata/pipeline";
import { applyChanges } from "./apply-changes.ts";
import type { FileChange } from "./change.ts";
import { diagnosticFixers, fixDiagnostic } from "./fix-diagnostic.ts";
import { findingFixers, fixFinding } from "./fix-finding.ts";
import { readYamlText, type YamlText } from "./read-yaml-text.ts";

/** A problem with a mechanical fix, and the change that fixes it. */
export interface Fix extends FileChange {
  /** A diagnostic's code or a rule's id. */
  readonly code: string;
  readonly problem: Diagnostic | Finding;
}

/** The fixed files, and the fixes that could not be applied. */
export interface FixPlan {
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly Fix[];
  readonly refused: readonly {
    readonly file: string;
    readonly why: string;
    readonly fixes: readonly Fix[];
  }[];
}

/** The codes and rules that `alto fix` can fix, sorted. */
export function fixableCodes(): readonly string[] {
  return [...Object.keys(diagnosticFixers), ...Object.keys(findingFixers)].sort();
}

export interface FixOptions {
  readonly codes: readonly string[];
  /** Returns the text of an estate file; undefined if there is none. */
  readonly read: (file: string) => string | undefined;
  /** The targets of the run, with the sources of their values. */
  readonly rendered: readonly RenderedTarget[];
}

/** Returns the fixes of the unwaived problems of a run. */
export function findFixes(
  result: RunResult,
  { codes, read, rendered }: FixOptions,
): readonly Fix[] {
  const texts = new Map<string, YamlText | undefined>();
  const textOf = (file: string): YamlText | undefined => {
    if (!texts.has(file)) {
      const text = read(file);
      texts.set(file, text === undefined ? undefined : readYamlText(file, text));
    }
    return texts.get(file);
  };
  const isSelected = (code: string): boolean => codes.length === 0 || codes.includes(code);
  return [
    ...result.diagnostics
      .filter(({ code }) => isSelected(code))
      .flatMap((problem): Fix[] => {
        const text = textOf(problem.at.file);
        const change = text && fixDiagnostic(problem, text);
        return change ? [{ code: problem.code, problem, file: problem.at.file, change }] : [];
      }),
    ...fixesOfFindings(result, { isSelected, textOf, rendered }),
  ];
}

function fixesOfFindings(
  { findings, desiredState }: RunResult,
  {
    isSelected,
    textOf,
    rendered,
  }: Pick<FixOptions, "rendered"> & {
    isSelected: (code: string) => boolean;
    textOf: (file: string) => YamlText | undefined;
  },
): Fix[] {
  const manifests = new Map(
    rendered.flatMap(({ environment, target, manifests: all }) =>
      all.map((manifest) => [[environment, target, objectName(manifest.id)].join("\0"), manifest]),
    ),
  );
  return findings
    .filter(({ rule, waiver }) => !waiver && isSelected(rule))
    .flatMap((problem): Fix[] => {
      const { environment, target, object, rule } = problem;
      const manifest = manifests.get([environment, target, object].join("\0"));
      if (!manifest) return [];
      const fixed = fixFinding(problem, { manifest, images: desiredState.images?.value, textOf });
      return fixed ? [{ code: rule, problem, ...fixed }] : [];
    });
}

/** Applies fixes file by file: all fixes of a file, or none if they conflict. */
export function planFixes(
  fixes: readonly Fix[],
  read: (file: string) => string | undefined,
): FixPlan {
  const texts = new Map<string, string>();
  const applied: Fix[] = [];
  const refused: { file: string; why: string; fixes: readonly Fix[] }[] = [];
  const byFile = [...Map.groupBy(fixes, ({ file }) => file)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  for (const [file, fileFixes] of byFile) {
    const source = readYamlText(file, read(file) ?? "");
    const result = applyChanges(
      source,
      fileFixes.map(({ change }) => change),
    );
    if ("problem" in result) {
      refused.push({ file, why: result.problem, fixes: fileFixes });
    } else {
      texts.set(file, result.text);
      applied.push(...fileFixes);
    }
  }
  return { texts, applied, refused };
}
