import { join } from "node:path";
import type { PageRule } from "@altostrata/report";
import { CannotRunError } from "../failures/cannot-run-error.ts";
import { readOptionalFile } from "./read-optional-file.ts";

/** Reads the metadata of the compiled rules below `policies`, sorted by ID. Evaluates nothing. */
export function readRules(policies: string): readonly PageRule[] {
  const path = join(policies, "bundle", "rules.json");
  try {
    const rules = JSON.parse(readOptionalFile(path) ?? "") as PageRule[];
    return rules.sort((left, right) => (left.id < right.id ? -1 : 1));
  } catch {
    throw new CannotRunError(
      `Cannot read the compiled rules (${path}). Restore policies/bundle from git.`,
    );
  }
}
