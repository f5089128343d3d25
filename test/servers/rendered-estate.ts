import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type RenderedTarget,
} from "@altostrata/pipeline";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

/** The rendered targets of this repository's estate. */
export async function renderedEstate(): Promise<readonly RenderedTarget[]> {
  const estate = fileURLToPath(new URL("../..", import.meta.url));
  const targets: RenderedTarget[] = [];
  await run({
    reader: workTreeReader(estate),
    policies: await loadPolicies(folderOnDisk(join(estate, "policies"))),
    asOf: estateDay,
    onRendered: (rendered) => targets.push(...rendered),
  });
  return targets;
}
