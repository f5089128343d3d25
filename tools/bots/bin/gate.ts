import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { compareStates, openRepository, readFolder } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { missingNotes } from "../change-note/missing-notes.ts";
import { notesAmong, notesFolder } from "../change-note/note-files.ts";
import { wordMissingNote, wordOwner } from "../gate/gate-words.ts";
import { judgeGate } from "../gate/judge-gate.ts";
import { ownersToAsk, type OwnerToAsk } from "../gate/owners-to-ask.ts";
import { standingApprovals, type Approval } from "../gate/standing-approvals.ts";
import { teamMembers } from "../gate/team-members.ts";
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
const name = parseRepositoryName(GITHUB_REPOSITORY);
const client = githubClient({ token: GITHUB_TOKEN, baseUrl: GITHUB_API_URL, log });

const refusals = event.merge_group
  ? await judgeGroup(event.merge_group)
  : event.pull_request
    ? await judgePullRequest(event.pull_request)
    : ["this event is neither a pull request nor a merge group"];
for (const refusal of refusals) log(`refused: ${refusal}`);
log(refusals.length === 0 ? "passed" : `${refusals.length} refusals`);
process.exitCode = refusals.length === 0 ? 0 : 1;

/** Before the queue nobody need have approved: who must look is told, and refuses nothing yet. */
async function judgePullRequest({
  number,
  head,
  base,
}: NonNullable<typeof event.pull_request>): Promise<readonly string[]> {
  const repository = await openRepository(estate);
  const from = await repository.mergeBase(base.sha, head.sha);
  const now = await compare(from, head.sha);
  for (const owner of await askedOwners(number, now, [])) log(wordOwner(owner));
  return [...judgeGate({ number, now }), ...(await noteRefusals(now, from, head.sha))];
}

async function judgeGroup({
  head_sha: head,
  base_sha: base,
  head_ref: ref,
}: NonNullable<typeof event.merge_group>): Promise<readonly string[]> {
  // The queue names its branches gh-readonly-queue/<branch>/pr-<number>-<commit>.
  const number = Number(/\/pr-([0-9]+)-/.exec(ref)?.[1]);
  if (!Number.isInteger(number)) return [`the queue's branch ${ref} names no pull request`];
  const approvals = await standingApprovals(client, name, number);
  const now = await compare(base, head);
  const asked = await askedOwners(number, now, approvals);
  for (const owner of asked.filter(({ known }) => !known)) log(wordOwner(owner));
  return [
    ...judgeGate({ number, now, ...(await approvedEffect(base, approvals)) }),
    ...(await noteRefusals(now, base, head)),
    ...asked.filter(({ known }) => known).map(wordOwner),
  ];
}

async function approvedEffect(
  base: string,
  approvals: readonly Approval[],
): Promise<{ readonly approved?: Comparison }> {
  const commit = approvals.at(-1)?.commit;
  if (commit === undefined) return {};
  const repository = await openRepository(estate);
  return { approved: await compare(await repository.mergeBase(base, commit), commit) };
}

async function askedOwners(
  number: number,
  { owners }: Comparison,
  approvals: readonly Approval[],
): Promise<readonly OwnerToAsk[]> {
  const { data } = await client.rest.pulls.get({ ...name, pull_number: number });
  return ownersToAsk(owners, {
    author: data.user.login,
    approvals: approvals.map(({ login }) => login),
    members: await teamMembers(client, owners),
  });
}

async function noteRefusals(
  comparison: Comparison,
  base: string,
  head: string,
): Promise<readonly string[]> {
  const repository = await openRepository(estate);
  const notesAt = async (commit: string) =>
    notesAmong(await readFolder(repository, commit, notesFolder));
  const notes = { before: await notesAt(base), now: await notesAt(head) };
  return missingNotes(comparison, notes).map(wordMissingNote);
}

async function compare(base: string, head: string): Promise<Comparison> {
  return await compareStates({
    estate,
    base,
    head,
    asOf,
    redactionKey,
    describe: describeDiagnostic,
  });
}
