import type { RenderCode } from "../../model/results/codes.ts";
import type { TemplateFile } from "../../model/estate/estate-files.ts";
import { printJson } from "./printers/print-json.ts";
import { printProperties } from "./printers/print-properties.ts";
import { printToml, tomlNumbers } from "./printers/print-toml.ts";
import { printYaml } from "./print-yaml.ts";

/** The values a language can hold, and how to print them. */
export interface Language {
  /** Returns why a value cannot be printed here; `whole` is true if it is the whole scalar. */
  readonly mayHold: (value: unknown, whole: boolean) => RenderCode | undefined;
  /** Converts a whole value to the printer's form. */
  readonly convert: (value: unknown) => unknown;
  readonly print: (value: unknown) => string;
}

const anything = { mayHold: () => undefined, convert: (value: unknown) => value };
const yaml: Language = { ...anything, print: printYaml };

/** The languages that templates print. */
export const languages: Readonly<Record<TemplateFile["language"], Language>> = {
  manifest: yaml,
  yaml,
  json: { ...anything, print: printJson },
  toml: {
    mayHold: (value, whole) => (whole && hasNull(value) ? "template-value-not-text" : undefined),
    convert: tomlNumbers,
    print: printToml,
  },
  properties: { ...anything, print: printProperties },
  // The syntax of a script is unknown, so only values without special characters are allowed.
  text: {
    mayHold: (value) => (isWord(String(value)) ? undefined : "template-value-unsafe"),
    convert: (value) => value,
    print: String,
  },
};

function hasNull(value: unknown): boolean {
  if (typeof value !== "object") return false;
  return value === null || Object.values(value).some(hasNull);
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}_.:/@,+=%-]*$/u.test(text);
}
