import type { SystemState } from "./desired-state.ts";

/** Lists the targets on which a system is declared, the master's first. */
export function placesOf({ value, workers }: SystemState): readonly string[] {
  return [value.master, ...workers.map(({ name }) => name)];
}
