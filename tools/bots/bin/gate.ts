import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { compareStates, openRepository } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { wordDiagnostic } from "@altostrata/report";
import { approvedCommit } from "../gate/approved-commit.ts";
import { judgeGate } from "../gate/judge-gate.ts";
import { githubClient } from "../github/github-client.ts";
import { parseRepositoryName } from "../github/repository-name.ts";
import { environmentOf } from "./environment.ts";

// Started by the workflow `gate`: renders the state after the merge again, and compares a queued pull request's effect with what
// was approved. Both are rendered here, from commits that git knows; no report of another run is believed.
const { GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_API_URL } = environmentOf(
  process.env,
);
const log = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8")) as {
  pull_request?: { number: number; head: { sha: string }; base: { sha: string } };
  merge_group?: { head_sha: string; base_sha: string; head_ref: string };
};
const asOf = new Date().toISOString().slice(0, 10);
const redactionKey = randomBytes(32);
const estate = process.cwd();

const refusals = event.merge_group
  ? await judgeGroup(event.merge_group)
  : event.pull_request
    ? await judgePullRequest(event.pull_request)
    : ["this event is neither a pull request nor a merge group"];
for (const refusal of refusals) log(`refused: ${refusal}`);
log(refusals.length === 0 ? "passed" : `${refusals.length} refusals`);
process.exitCode = refusals.length === 0 ? 0 : 1;

async function judgePullRequest({
  number,
  head,
  base,
}: NonNullable<typeof event.pull_request>): Promise<readonly string[]> {
  const repository = await openRepository(estate);
  const now = await compare(await repository.mergeBase(base.sha, head.sha), head.sha);
  return judgeGate({ number, now });
}

async function judgeGroup({
  head_sha: head,
  base_sha: base,
  head_ref: ref,
}: NonNullable<typeof event.merge_group>): Promise<readonly string[]> {
  // The queue names its branches gh-readonly-queue/<branch>/pr-<number>-<commit>.
  const number = Number(/\/pr-([0-9]+)-/.exec(ref)?.[1]);
  if (!Number.isInteger(number)) return [`the queue's branch ${ref} names no pull request`];
  const client = githubClient({ token: GITHUB_TOKEN, baseUrl: GITHUB_API_URL, log });
  const commit = await approvedCommit(client, parseRepositoryName(GITHUB_REPOSITORY), number);
  const now = await compare(base, head);
  if (commit === undefined) return judgeGate({ number, now });
  const repository = await openRepository(estate);
  const approved = await compare(await repository.mergeBase(base, commit), commit);
  return judgeGate({ number, now, approved });
}

async function compare(base: string, head: string): Promise<Comparison> {
  return await compareStates({
    estate,
    base,
    head,
    asOf,
    redactionKey,
    describe: (diagnostic) => ({ text: wordDiagnostic(diagnostic).what }),
  });
}
