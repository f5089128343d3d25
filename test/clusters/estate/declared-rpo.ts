import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const overlay = join(import.meta.dirname, "../estate-overlay/environments/clusters");
const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

interface Datasources {
  readonly datasources: Readonly<
    Record<string, { readonly rpo: { readonly "loss-of-target": string } }>
  >;
}

/** How many seconds of writes a datasource of the overlay may lose with its target. */
export function declaredRpo(system: string, datasource: string): number {
  const text = readFileSync(join(overlay, system, "datasources.yaml"), "utf8");
  const declared = (parse(text) as Datasources).datasources[datasource]?.rpo["loss-of-target"];
  const [, count, unit = ""] = /^(\d+)([smhd])$/.exec(declared ?? "") ?? [];
  return Number(count) * (seconds[unit] ?? Number.NaN);
}
