import { withAdvisory } from "../comment/advisory.ts";
import { writeCheckRun } from "../comment/write-check-run.ts";
import { gateVerdict, type GateResult } from "../gate/gate-verdict.ts";
import type { PublishContext } from "./publish-context.ts";

/** Writes the gate's check on a commit, and its reasons to the log. */
export async function writeGateCheck(
  { client, repository, identity, log }: PublishContext,
  sha: string,
  result: GateResult,
): Promise<void> {
  for (const refusal of result.refusals) log(`refused: ${refusal}`);
  for (const hint of result.hints) log(`hint: ${hint}`);
  log(result.refusals.length === 0 ? "passed" : `refusals: ${result.refusals.length}`);
  const verdict = withAdvisory(identity, gateVerdict(result));
  await writeCheckRun({
    client,
    repository,
    identity,
    sha,
    name: "altostrata / gate",
    verdict,
    log,
  });
}
