import type { Diagnostic } from "@altostrata/pipeline";
import { wordDiagnostic } from "./fill-message.ts";

/** A diagnostic as the text that stands in a comparison: what is wrong and what to do. */
export function describeDiagnostic(diagnostic: Diagnostic): { readonly text: string } {
  const { what, fix } = wordDiagnostic(diagnostic);
  return { text: `${what} ${fix}` };
}
