import type { DesiredState, Proof } from "@altostrata/pipeline";
import { tierWeights } from "../measures/tier-weights.ts";

type Subject = Pick<Proof, "application" | "component" | "aspect">;

/** Proofs of a subject: strictest settings first, then by provider. */
export type Proofs = (subject: Subject) => readonly Proof[];

/** Indexes the proofs of a run by their subject. */
export function indexProofs({
  proofs,
  desiredState: { environments },
}: {
  readonly proofs: readonly Proof[];
  readonly desiredState: Pick<DesiredState, "environments">;
}): Proofs {
  const strictness = new Map(
    environments.map(({ name, value }) => [name, tierWeights[value.tier]]),
  );
  const rank = ({ environment }: Proof): number => strictness.get(environment) ?? 0;
  const found = Map.groupBy(proofs, subjectKey);
  const sorted = new Map(
    [...found].map(([key, own]) => [key, own.toSorted((left, right) => rank(right) - rank(left))]),
  );
  return (subject) => sorted.get(subjectKey(subject)) ?? [];
}

function subjectKey({ application, component, aspect }: Subject): string {
  return [application, component, aspect].join("\0");
}
