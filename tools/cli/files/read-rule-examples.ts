import { join } from "node:path";
import { splitExamples, type RuleExample } from "@altostrata/pipeline";
import { readIfThere } from "./read-if-there.ts";

/** The examples in the folder of a rule; none where only the compiled rules are installed. */
export function readRuleExamples(folder: string): readonly RuleExample[] {
  const text = readIfThere(join(folder, "examples.yaml"));
  return text === undefined ? [] : splitExamples(text);
}
