import { linePlaces } from "../model/origins/line-places.ts";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import { mergeConflict } from "../yaml/merge-conflict.ts";
import { readJsonText } from "../yaml/read-json-text.ts";
import { parseEstateYaml } from "./parse-estate-yaml.ts";
import type { Parsed } from "./parsed.ts";

/** Texts that JSON.parse accepts but the YAML reader refuses. */
const problems: Readonly<Record<string, string>> = {
  "yaml-duplicate-key": "duplicate-key",
  "yaml-forbidden-key": "forbidden-key",
  "yaml-number-refused": "number-not-exact",
  "yaml-too-deep": "too-deep",
};

/** Parses a JSON text with origins, or returns the reasons why it is invalid. Never throws. */
export function parseEstateJson(text: string, file: string): Parsed {
  const read = readJsonText(text);
  if (read.fault) {
    const { offset, detail } = read.fault;
    const conflict = mergeConflict(text);
    const args =
      conflict === undefined ? { problem: "syntax", detail } : { problem: "merge-conflict" };
    const at = linePlaces(text, file)(conflict ?? offset);
    return { diagnostics: [{ code: "json-syntax", at, args }] };
  }
  if (typeof read.value !== "object" || read.value === null) return { ...read, diagnostics: [] };
  // JSON is YAML, and the YAML reader knows the place of each value.
  const { value, diagnostics } = parseEstateYaml(text, file);
  return { value, diagnostics: diagnostics.map(asJson) };
}

function asJson(diagnostic: Diagnostic): Diagnostic {
  const problem = problems[diagnostic.code];
  return problem === undefined
    ? diagnostic
    : { ...diagnostic, code: "json-syntax", args: { problem } };
}
