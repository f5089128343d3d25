import { compareStates } from "@altostrata/git";
import type { Comparison, Steps } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInComparison } from "@altostrata/topology";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";
import type { EstateRepository } from "@altostrata/maintain/estate/estate-repository.ts";

/** The comparison behind the comment when a branch of an estate becomes a pull request. */
export function compareWithMain(
  { path }: Pick<EstateRepository, "path">,
  head: string,
  steps?: Steps,
): Promise<Comparison> {
  return compareStates({
    estate: path,
    base: "main",
    head,
    asOf: estateDay,
    redactionKey: new Uint8Array(32),
    describe: describeDiagnostic,
    lockIn: lockInComparison,
    ...(steps ? { steps } : {}),
  });
}
