import { findRenames, type LockInChange, type Proof } from "@altostrata/pipeline";
import type { Proven } from "./evidence/gather-facts.ts";

/** Compares what two runs prove, in any environment. Renaming an application keeps its proofs. */
export function compareProofs(
  base: Proven,
  head: Proven,
): Pick<LockInChange, "proven" | "unproven"> {
  const { applications } = findRenames(base.desiredState, head.desiredState);
  const before = base.proofs.map((proof) => ({
    ...proof,
    application: applications.get(proof.application) ?? proof.application,
  }));
  return { proven: newProofs(before, head.proofs), unproven: newProofs(head.proofs, before) };
}

/** Returns the unique items of the second list that the first lacks, in order. */
function newProofs(before: readonly Proof[], after: readonly Proof[]): LockInChange["proven"] {
  const known = new Set(before.map(provenKey));
  const added = after.filter((proof) => !known.has(provenKey(proof)));
  const unique = new Map(added.map((proof) => [provenKey(proof), proof]));
  return [...unique.values()].map(({ application, component, aspect, provider }) => ({
    application,
    component,
    aspect,
    provider,
  }));
}

/** Identifies a proof by its subject and provider, wherever it is. */
export function provenKey({ application, component, aspect, provider }: Proof): string {
  return [application, component, aspect, provider].join("\0");
}
