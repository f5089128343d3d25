import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderOnDisk, loadPolicies, run, workTreeReader } from "@altostrata/pipeline";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

/** A run over this repository's estate. */
export async function renderedEstate(): ReturnType<typeof run> {
  const estate = fileURLToPath(new URL("../..", import.meta.url));
  return run({
    reader: workTreeReader(estate),
    policies: await loadPolicies(folderOnDisk(join(estate, "policies"))),
    asOf: estateDay,
  });
}
