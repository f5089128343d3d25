import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  compareStates,
  fetchCommit,
  fileChanges,
  GitError,
  listFiles,
  openRepository,
  readFolder,
} from "@altostrata/git";
import { createMemory, type Comparison, type ChangeDigests } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { faultyNotes, type NotedState } from "../change-note/faulty-notes.ts";
import { missingNotes } from "../change-note/missing-notes.ts";
import { notesAmong, notesFolder } from "../change-note/note-files.ts";
import {
  wordFaultyNote,
  wordMissingNote,
  wordOwner,
  wordVoidApproval,
} from "../gate/gate-words.ts";
import { approvalsThatRefuse, judgeApprovals, type SeenApproval } from "../gate/judge-approvals.ts";
import { judgeState } from "../gate/judge-state.ts";
import { ownersToAsk, type OwnerToAsk } from "../gate/owners-to-ask.ts";
import { pullRequestOfQueue } from "../gate/pull-request-of-queue.ts";
import { standingApprovals, type Approval } from "../gate/standing-approvals.ts";
import { teamMembers } from "../gate/team-members.ts";
import { allChangeDigests } from "../gate/all-change-digests.ts";
import { githubClient } from "../github/github-client.ts";
import { parseRepositoryName } from "../github/repository-name.ts";
import { environmentOf } from "./environment.ts";
import { logLine as log } from "./log-line.ts";

// Started by the workflow `gate`: renders the state after the merge again, and compares a queued pull request's effect with what
// was approved. Both are rendered here, from commits that git knows; no report of another run is believed.
const { GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_API_URL } = environmentOf(
  process.env,
);
const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8")) as {
  pull_request?: { number: number; head: { sha: string }; base: { sha: string } };
  merge_group?: { head_sha: string; base_sha: string; head_ref: string };
};
const asOf = new Date().toISOString().slice(0, 10);
const redactionKey = randomBytes(32);
const estate = process.cwd();
const memory = createMemory();
const name = parseRepositoryName(GITHUB_REPOSITORY);
const client = githubClient({ token: GITHUB_TOKEN, baseUrl: GITHUB_API_URL, log });
const repository = await openRepository(estate);

const refusals = await judgeEvent().catch((error: unknown): readonly string[] => {
  if (error instanceof GitError) return [error.message];
  throw error;
});
for (const refusal of refusals) log(`refused: ${refusal}`);
log(refusals.length === 0 ? "passed" : `${refusals.length} refusals`);
process.exitCode = refusals.length === 0 ? 0 : 1;

async function judgeEvent(): Promise<readonly string[]> {
  if (event.merge_group) return await judgeGroup(event.merge_group);
  if (event.pull_request) return await judgePullRequest(event.pull_request);
  return ["this event is neither a pull request nor a merge group"];
}

/** Before the queue nobody need have approved: who must look is told, and refuses nothing yet. */
async function judgePullRequest({
  number,
  head,
  base,
}: NonNullable<typeof event.pull_request>): Promise<readonly string[]> {
  const from = await repository.mergeBase(base.sha, head.sha);
  const now = await compare(from, head.sha);
  for (const owner of await askedOwners(number, now, [])) log(wordOwner(owner));
  return [...judgeState(number, now), ...(await noteRefusals(now, from, head.sha))];
}

async function judgeGroup({
  head_sha: head,
  base_sha: base,
  head_ref: ref,
}: NonNullable<typeof event.merge_group>): Promise<readonly string[]> {
  const number = pullRequestOfQueue(ref);
  if (number === undefined) return [`the queue's branch ${ref} names no pull request`];
  const now = await compare(base, head);
  const approvals = judgeApprovals(
    allChangeDigests(now, await fileChanges(repository, base, head)),
    await seenApprovals(base, await standingApprovals(client, name, number)),
  );
  const asked = await askedOwners(number, now, approvals.standing);
  const refusing = approvalsThatRefuse(approvals, asked);
  for (const lost of approvals.void.filter((one) => !refusing.includes(one)))
    log(wordVoidApproval(lost));
  for (const owner of asked.filter(({ known }) => !known)) log(wordOwner(owner));
  return [
    ...judgeState(number, now),
    ...(await noteRefusals(now, base, head)),
    ...refusing.map(wordVoidApproval),
    ...asked.filter(({ known }) => known).map(wordOwner),
  ];
}

/** The approvals with what the pull request did where each was given. */
async function seenApprovals(
  base: string,
  approvals: readonly Approval[],
): Promise<readonly SeenApproval[]> {
  const effects = new Map<string, ChangeDigests | undefined>();
  for (const commit of new Set(approvals.map((approval) => approval.commit)))
    effects.set(commit, await effectAt(base, commit));
  return approvals.map(({ login, commit }) => {
    const effect = effects.get(commit);
    return { login, ...(effect ? { effect } : {}) };
  });
}

/** Undefined where nobody can tell any more: the commit is gone, or its rules cannot be used. */
async function effectAt(base: string, commit: string): Promise<ChangeDigests | undefined> {
  if (!(await fetchCommit(repository, commit, { token: GITHUB_TOKEN }))) return undefined;
  try {
    const from = await repository.mergeBase(base, commit);
    return allChangeDigests(
      await compare(from, commit),
      await fileChanges(repository, from, commit),
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    log(`an approved commit cannot be judged: ${error.message}`);
    return undefined;
  }
}

async function askedOwners(
  number: number,
  { owners }: Comparison,
  approvals: readonly string[],
): Promise<readonly OwnerToAsk[]> {
  const { data } = await client.rest.pulls.get({ ...name, pull_number: number });
  const members = await teamMembers(client, owners);
  return ownersToAsk(owners, { author: data.user.login, approvals, members });
}

async function noteRefusals(
  comparison: Comparison,
  base: string,
  head: string,
): Promise<readonly string[]> {
  const [before, now] = [await notedState(base), await notedState(head)];
  return [
    ...missingNotes(comparison, { before: before.notes, now: now.notes }).map(wordMissingNote),
    ...faultyNotes(before, now).map(wordFaultyNote),
  ];
}

async function notedState(commit: string): Promise<NotedState> {
  const notes = notesAmong(await readFolder(repository, commit, notesFolder));
  const files = await listFiles(repository, commit, "environments");
  const versioned = files.flatMap((path) => /^([^/]+)\/package\.json$/.exec(path)?.[1] ?? []);
  return { notes, environments: new Set(versioned) };
}

async function compare(base: string, head: string): Promise<Comparison> {
  const describe = describeDiagnostic;
  return await compareStates({ estate, base, head, asOf, redactionKey, memory, describe });
}
