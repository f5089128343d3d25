import type { DesiredState } from "../model/estate/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "../model/results/diagnostic.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import type { RunMemory } from "../model/results/run-memory.ts";
import { buildDesiredState } from "./build-desired-state.ts";
import { checkFile } from "./check-file.ts";
import { checkParameterSchemas } from "./check-parameters.ts";
import { checkStructure } from "./check-structure.ts";
import { leaveOutUnknownKeys } from "./leave-out-unknown-keys.ts";

export interface CheckedSchema {
  readonly desiredState: DesiredState;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that this was made of. */
  readonly files: readonly EstateFile[];
  /** Keys that nobody knows any more and that were left out, as dotted paths, sorted; each once. */
  readonly leftOut: readonly string[];
}

interface SchemaRequest {
  readonly memory?: RunMemory;
  /** Keys that no definition knows: a mistake, or left out of an earlier state, whose definitions may have known them. */
  readonly unknownKeys?: "refused" | "left out";
}

/** The desired state out of loaded files, and everything in them that the definition of their kind does not allow. A memory spares what it knows. */
export function checkSchema(
  loaded: readonly EstateFile[],
  { memory, unknownKeys = "refused" }: SchemaRequest = {},
): CheckedSchema {
  const wrongIn = (file: EstateFile): readonly Diagnostic[] =>
    memory && file.digest !== undefined
      ? memory.recall(["schema", file.path, file.digest], () => checkFile(file))
      : checkFile(file);
  const leftOut = new Set<string>();
  const files = loaded.map((file) => {
    if (unknownKeys === "refused" || wrongIn(file).length === 0) return file;
    const known = leaveOutUnknownKeys(file);
    for (const key of known?.leftOut ?? []) leftOut.add(key);
    return known?.file ?? file;
  });
  const diagnostics: Diagnostic[] = [];
  const checked = files.map((file) => {
    const wrong = wrongIn(file);
    diagnostics.push(...wrong);
    return wrong.length > 0 && !file.unsound ? { ...file, unsound: "content" as const } : file;
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
