import { join } from "node:path";
import {
  folderOnDisk,
  loadPolicies,
  openEstate,
  requireFreshBundle,
  rulesDigest,
  workTreeReader,
  type Both,
  type EstateReader,
  type FolderReader,
  type Policies,
  type ResolvedEstate,
  type RunRequest,
  type Steps,
} from "@altostrata/pipeline";
import { GitError } from "./git-error.ts";
import { openRepository, type Repository } from "./open-repository.ts";
import { readState } from "./read-state.ts";

/** The two states of an estate to run. */
export interface StatesToRun extends Pick<RunRequest, "asOf" | "onProgress"> {
  readonly estate: string;
  /** A branch, tag or commit; defaults to the merge base with the main branch. */
  readonly base?: string;
  /** A branch, tag or commit; defaults to the work tree. */
  readonly head?: string;
  /** The treatment of undefined keys of the base. */
  readonly unknownKeysOfBase?: RunRequest["unknownKeys"];
}

/** Two resolved states, before any environment has run. */
export interface OpenStates {
  readonly estates: Both<ResolvedEstate>;
  readonly names: Both<NameOfState>;
}

/** One state: its name and its readers. */
interface State {
  readonly label: string;
  readonly commit?: string;
  readonly estate: EstateReader;
  readonly policies: FolderReader;
}

/** Loads and resolves two states of an estate as of one day. Throws GitError if git lacks one. */
export async function openStates(request: StatesToRun, steps: Steps): Promise<OpenStates> {
  const [base, head] = await findStates(request);
  const [baseRules, headRules] = await rulesOfBoth(base, head);
  const { asOf, onProgress, unknownKeysOfBase: unknownKeys = "refused" } = request;
  const shared = { asOf, ...(onProgress ? { onProgress } : {}) };
  const before = { ...shared, reader: base.estate, policies: baseRules, unknownKeys };
  const after = { ...shared, reader: head.estate, policies: headRules };
  return {
    estates: { base: await openEstate(before, steps), head: await openEstate(after, steps) },
    names: { base: nameOf(base), head: nameOf(head) },
  };
}

async function findStates(request: StatesToRun): Promise<readonly [State, State]> {
  const repository = await openRepository(request.estate);
  const base =
    request.base === undefined
      ? await repository.defaultBase()
      : { label: request.base, commit: await repository.commitOf(request.base) };
  return [await stateAt(repository, base), await headState(repository, request)];
}

async function headState(repository: Repository, { estate, head }: StatesToRun): Promise<State> {
  if (head === undefined) {
    return {
      label: "work tree",
      estate: workTreeReader(estate),
      policies: folderOnDisk(join(estate, "policies")),
    };
  }
  return await stateAt(repository, { label: head, commit: await repository.commitOf(head) });
}

async function stateAt(
  repository: Repository,
  { label, commit }: { label: string; commit: string },
): Promise<State> {
  return { label, commit, ...(await readState(repository, commit)) };
}

/** Loads the rules of both sides: one object if the files are equal. */
async function rulesOfBoth(base: State, head: State): Promise<readonly [Policies, Policies]> {
  const baseRules = await rulesOf(base);
  // An out-of-date bundle would evaluate the rules that the change replaces.
  await explained(head, requireFreshBundle(head.policies));
  const isSame = (await rulesDigest(base.policies)) === (await rulesDigest(head.policies));
  return [baseRules, isSame ? baseRules : await rulesOf(head)];
}

function rulesOf(state: State): Promise<Policies> {
  return explained(state, loadPolicies(state.policies));
}

/** Adds the name of the state to an error about its rules. */
async function explained<Result>({ label }: State, rules: Promise<Result>): Promise<Result> {
  try {
    return await rules;
  } catch (error) {
    if (error instanceof Error && error.name === "PolicyBundleError") {
      throw new GitError(`The rules of ${label} cannot be used: ${error.message}.`);
    }
    throw error;
  }
}

type NameOfState = Pick<State, "label" | "commit">;

function nameOf({ label, commit }: State): NameOfState {
  return commit === undefined ? { label } : { label, commit };
}
