import type { DesiredState } from "../model/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { EstateFile } from "../model/estate-files.ts";
import type { RunMemory } from "../model/run-memory.ts";
import { buildDesiredState } from "./build-desired-state.ts";
import { checkFile } from "./check-file.ts";
import { checkParameterSchemas } from "./check-parameters.ts";
import { checkStructure } from "./check-structure.ts";

export interface CheckedSchema {
  readonly desiredState: DesiredState;
  readonly diagnostics: readonly Diagnostic[];
}

/** The desired state out of loaded files, and everything in them that the definition of their kind does not allow. A memory spares what it knows. */
export function checkSchema(files: readonly EstateFile[], memory?: RunMemory): CheckedSchema {
  const diagnostics: Diagnostic[] = [];
  const checked = files.map((file) => {
    const { path, digest } = file;
    const wrong =
      memory && digest !== undefined
        ? memory.recall(["schema", path, digest], () => checkFile(file))
        : checkFile(file);
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
  };
}
