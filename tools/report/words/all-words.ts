import type { DiagnosticCode } from "@altostrata/pipeline";
import { loadWords } from "./load.ts";
import { manifestWords } from "./manifests.ts";
import { policyWords } from "./policy.ts";
import { renderWords } from "./render.ts";
import { resolveWords } from "./resolve.ts";
import { schemaWords } from "./schema.ts";
import type { Words } from "./words.ts";

/** The wording of every code, by the step that gives it. */
export const wordsByStep = {
  load: loadWords,
  "check schema": schemaWords,
  resolve: resolveWords,
  render: renderWords,
  "check manifests": manifestWords,
  "check policy": policyWords,
} as const;

/** The wording of every code. */
export const allWords: Readonly<Record<DiagnosticCode, Words>> = {
  ...loadWords,
  ...schemaWords,
  ...resolveWords,
  ...renderWords,
  ...manifestWords,
  ...policyWords,
};
