import type { DesiredState } from "../model/estate/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "../model/results/diagnostic.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import { buildDesiredState } from "./build-desired-state.ts";
import { checkFile } from "./check-file.ts";
import { checkParameterSchemas } from "./check-parameters.ts";
import { checkStructure } from "./check-structure.ts";
import { removeUnknownKeys } from "./remove-unknown-keys.ts";

export interface CheckedSchema {
  readonly desiredState: DesiredState;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that the desired state was built from. */
  readonly files: readonly EstateFile[];
  /** Dotted paths of ignored unknown keys, unique and sorted. */
  readonly leftOut: readonly string[];
}

interface SchemaRequest {
  /** Checks the files of one kind and returns the diagnostics of each. */
  readonly check?: typeof checkFilesOfKind;
  /**
   * How to treat unknown keys: refuse them, or ignore them in an earlier state whose definitions may have had them.
   */
  readonly unknownKeys?: "refused" | "left out" | undefined;
}

/** Builds the desired state from loaded files, and reports everything their definitions do not allow. */
export function checkSchema(
  loaded: readonly EstateFile[],
  { check = checkFilesOfKind, unknownKeys = "refused" }: SchemaRequest = {},
): CheckedSchema {
  const problems = problemsByFile(loaded, check);
  const leftOut = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const checked: EstateFile[] = [];
  const files = loaded.map((file) => {
    const fileProblems = problems.get(file) ?? [];
    const cleaned =
      unknownKeys === "left out" && fileProblems.length > 0 ? removeUnknownKeys(file) : undefined;
    for (const key of cleaned?.removedKeys ?? []) leftOut.add(key);
    const isValid = cleaned !== undefined || fileProblems.length === 0;
    if (!isValid) diagnostics.push(...fileProblems);
    const used = cleaned?.file ?? file;
    checked.push(isValid || used.unsound ? used : { ...used, unsound: "content" });
    return used;
  });
  const desiredState = buildDesiredState(checked);
  return {
    desiredState,
    diagnostics: sortDiagnostics([
      ...diagnostics,
      ...checkStructure(files, desiredState),
      ...checkParameterSchemas(desiredState),
    ]),
    files,
    leftOut: [...leftOut].sort(),
  };
}

/** Checks files of one kind against its definition and returns the diagnostics of each. */
export function checkFilesOfKind(files: readonly EstateFile[]): readonly (readonly Diagnostic[])[] {
  return files.map(checkFile);
}

function problemsByFile(
  files: readonly EstateFile[],
  check: typeof checkFilesOfKind,
): ReadonlyMap<EstateFile, readonly Diagnostic[]> {
  const problems = new Map<EstateFile, readonly Diagnostic[]>();
  for (const filesOfKind of Map.groupBy(files, (file) => file.kind).values()) {
    const found = check(filesOfKind);
    for (const [index, file] of filesOfKind.entries()) problems.set(file, found[index] ?? []);
  }
  return problems;
}
