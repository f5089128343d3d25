import type { DesiredState } from "../model/estate/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "../model/results/diagnostic.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import { buildDesiredState } from "./build-desired-state.ts";
import { checkFile } from "./check-file.ts";
import { checkParameterSchemas } from "./check-parameters.ts";
import { checkStructure } from "./check-structure.ts";
import { leaveOutUnknownKeys } from "./leave-out-unknown-keys.ts";

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
  readonly check?: typeof checkFiles;
  /**
   * How to treat unknown keys: refuse them, or ignore them in an earlier state whose definitions may have had them.
   */
  readonly unknownKeys?: "refused" | "left out" | undefined;
}

/** Builds the desired state from loaded files, and reports everything their definitions do not allow. */
export function checkSchema(
  loaded: readonly EstateFile[],
  { check = checkFiles, unknownKeys = "refused" }: SchemaRequest = {},
): CheckedSchema {
  const faults = faultsByFile(loaded, check);
  const leftOut = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const checked: EstateFile[] = [];
  const files = loaded.map((file) => {
    const wrong = faults.get(file) ?? [];
    const known =
      unknownKeys === "left out" && wrong.length > 0 ? leaveOutUnknownKeys(file) : undefined;
    for (const key of known?.leftOut ?? []) leftOut.add(key);
    const isSound = known !== undefined || wrong.length === 0;
    if (!isSound) diagnostics.push(...wrong);
    const given = known?.file ?? file;
    checked.push(isSound || given.unsound ? given : { ...given, unsound: "content" });
    return given;
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
export function checkFiles(files: readonly EstateFile[]): readonly (readonly Diagnostic[])[] {
  return files.map(checkFile);
}

function faultsByFile(
  files: readonly EstateFile[],
  check: typeof checkFiles,
): ReadonlyMap<EstateFile, readonly Diagnostic[]> {
  const faults = new Map<EstateFile, readonly Diagnostic[]>();
  for (const alike of Map.groupBy(files, (file) => file.kind).values()) {
    const found = check(alike);
    for (const [index, file] of alike.entries()) faults.set(file, found[index] ?? []);
  }
  return faults;
}
