import { findRenames, type LockInChange, type Proof } from "@altostrata/pipeline";
import type { Proven } from "./evidence/gather-facts.ts";

/** What one run proves and the other does not, in any environment; what is proven of an application that only has another name stays proven. */
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

/** What the second list has and the first does not, each once, in its order. */
function newProofs(before: readonly Proof[], after: readonly Proof[]): LockInChange["proven"] {
  const known = new Set(before.map(provenKey));
  const fresh = after.filter((proof) => !known.has(provenKey(proof)));
  const once = new Map(fresh.map((proof) => [provenKey(proof), proof]));
  return [...once.values()].map(({ application, component, aspect, provider }) => ({
    application,
    component,
    aspect,
    provider,
  }));
}

/** What is proven and at which provider, wherever that is. */
export function provenKey({ application, component, aspect, provider }: Proof): string {
  return [application, component, aspect, provider].join("\0");
}
