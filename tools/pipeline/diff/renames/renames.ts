/** A system by its environment, with the namespace that it has on every target. */
export interface PlacedName {
  readonly environment: string;
  readonly system: string;
  readonly namespace: string;
}

/** Things of an older state that a newer one calls otherwise. */
export interface Renames {
  /** Targets that are the same cluster, from the name before to the name now. */
  readonly targets: ReadonlyMap<string, string>;
  /** Environments all of whose systems went to one new environment. */
  readonly environments: ReadonlyMap<string, string>;
  /** By `<environment>/<system>` before; one that keeps both names is here for its namespace. */
  readonly systems: ReadonlyMap<string, { readonly base: PlacedName; readonly head: PlacedName }>;
  readonly applications: ReadonlyMap<string, string>;
}

/** The key of a system in `Renames`. */
export function systemKey(environment: string, system: string): string {
  return `${environment}/${system}`;
}
