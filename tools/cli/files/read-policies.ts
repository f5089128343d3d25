import { join } from "node:path";
import {
  folderOnDisk,
  loadPolicies,
  PolicyBundleError,
  requireFreshBundle,
  type Policies,
} from "@altostrata/pipeline";
import { CannotRunError } from "../failures/cannot-run-error.ts";

/**
 * Reads the rules of an estate. Throws CannotRunError when they are missing or outdated: without rules, nothing is
 * clean.
 */
export async function readPolicies(estate: string): Promise<Policies> {
  try {
    const folder = folderOnDisk(join(estate, "policies"));
    await requireFreshBundle(folder);
    return await loadPolicies(folder);
  } catch (error) {
    if (error instanceof PolicyBundleError)
      throw new CannotRunError(`Cannot use the rules: ${error.message}.`);
    throw error;
  }
}
