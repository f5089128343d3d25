/** A system by its environment, with its namespace on every target. */
export interface PlacedName {
  readonly environment: string;
  readonly system: string;
  readonly namespace: string;
}

/** Things that were renamed between two states. */
export interface Renames {
  /** Targets that are the same cluster, from the old name to the new one. */
  readonly targets: ReadonlyMap<string, string>;
  /** Environments whose systems all moved to one new environment. */
  readonly environments: ReadonlyMap<string, string>;
  /** By old `<environment>/<system>`; a system that keeps both names is listed for its new namespace. */
  readonly systems: ReadonlyMap<string, { readonly base: PlacedName; readonly head: PlacedName }>;
  readonly applications: ReadonlyMap<string, string>;
}

/** Returns the key of a system in `Renames`. */
export function systemKey(environment: string, system: string): string {
  return `${environment}/${system}`;
}
