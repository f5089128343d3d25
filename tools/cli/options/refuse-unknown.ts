import type { DesiredState, EnvironmentTarget } from "@altostrata/pipeline";
import { CannotRunError } from "../failures/cannot-run-error.ts";
import { didYouMean } from "./did-you-mean.ts";

/** The environment and the target that options choose; all when absent. */
export type Selection = { readonly [Name in keyof EnvironmentTarget]?: string | undefined };

/** Throws CannotRunError, with the nearest name, when a chosen environment or target is unknown. */
export function refuseUnknown(
  desiredState: DesiredState,
  { environment, target }: Selection,
): void {
  const unsound = desiredState.unsound ?? [];
  // Names of invalid files count as known, so that the user sees what is wrong with the file.
  const known = (kind: "environment" | "target", names: readonly { name: string }[]): string[] => [
    ...names.map(({ name }) => name),
    ...unsound.flatMap((file) => (file.kind === kind ? (file.names[kind] ?? []) : [])),
  ];
  refuse("environment", environment, known("environment", desiredState.environments));
  refuse("target", target, known("target", desiredState.targets));
}

function refuse(what: string, name: string | undefined, known: readonly string[]): void {
  if (name === undefined || known.includes(name)) return;
  throw new CannotRunError(
    `There is no ${what} ${name === "" ? '""' : name}.${didYouMean(name, known)} Known: ${[...known].sort().join(", ")}.`,
  );
}
