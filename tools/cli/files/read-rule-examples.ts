import { join } from "node:path";
import { splitExamples, type RuleExample } from "@altostrata/pipeline";
import { CannotRunError } from "../failures/cannot-run-error.ts";
import { readOptionalFile } from "./read-optional-file.ts";

/** Reads the examples of a rule; empty when only the compiled rules are installed. */
export function readRuleExamples(folder: string): readonly RuleExample[] {
  const path = join(folder, "examples.yaml");
  const text = readOptionalFile(path);
  if (text === undefined) return [];
  try {
    return splitExamples(text);
  } catch (error) {
    throw new CannotRunError(`${path} is not valid YAML. ${String(error)}`);
  }
}
