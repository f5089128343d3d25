import {
  checkSchema,
  loadEstate,
  workTreeReader,
  type DesiredState,
  type Diagnostic,
} from "@altostrata/pipeline";

/** Reads the valid part of an estate, without resolving or rendering it. */
export async function readDesiredState(
  estate: string,
): Promise<{ desiredState: DesiredState; diagnostics: readonly Diagnostic[] }> {
  const loaded = await loadEstate(workTreeReader(estate));
  const checked = checkSchema(loaded.files);
  return {
    desiredState: checked.desiredState,
    diagnostics: [...loaded.diagnostics, ...checked.diagnostics],
  };
}
