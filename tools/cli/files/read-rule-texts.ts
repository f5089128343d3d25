import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RuleTexts } from "@altostrata/report";
import { readIfThere } from "./read-if-there.ts";

/** The page and the examples in the folder of a rule; empty where somebody has only the compiled rules. */
export function readRuleTexts(folder: string): RuleTexts {
  const examples = join(folder, "examples");
  const names = statSync(examples, { throwIfNoEntry: false }) ? readdirSync(examples) : [];
  return {
    readme: readIfThere(join(folder, "README.md")) ?? "",
    examples: names.map((name) => [name, readIfThere(join(examples, name)) ?? ""] as const),
  };
}
