import type { Latency } from "../../../model/estate/desired-state.ts";
import type { EstateInput } from "../policy-input.ts";

/** Returns milliseconds by start and end of a round trip: regions (`aws:eu-central-1`) and metros (`metro:madrid`). */
export function roundTrips(rows: readonly Latency[]): EstateInput["latency"] {
  const byStart = Map.groupBy(rows, ({ from }) => from);
  return Object.fromEntries(
    [...byStart].map(([from, starting]) => [
      from,
      Object.fromEntries(starting.map(({ to, median_ms }) => [to, median_ms])),
    ]),
  );
}
