import { join } from "node:path";
import {
  createMemory,
  folderOnDisk,
  judgeAgain,
  loadPolicies,
  run,
  workTreeReader,
  type ComparedRun,
  type CompareRequest,
  type EstateReader,
  type FolderReader,
  type Policies,
  type RunRequest,
  type RunResult,
} from "@altostrata/pipeline";
import { GitError } from "./git-error.ts";
import { openRepository, type Repository } from "./open-repository.ts";
import { readState } from "./read-state.ts";

/** Which two states of an estate to run. */
export interface StatesToRun {
  readonly estate: string;
  /** A branch, tag or commit; the merge base with the main branch when absent. */
  readonly base?: string;
  /** A branch, tag or commit; the work tree when absent. */
  readonly head?: string;
  readonly asOf: string;
  readonly onProgress?: RunRequest["onProgress"];
}

/** Two states, each run by its own templates, definitions and rules. */
export interface RanStates {
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  readonly headRules: Policies;
  /** The head under the rules of both sides, where these differ, so that a loosened rule shows. */
  readonly policies?: NonNullable<CompareRequest["policies"]>;
}

/** One state that can be run: how it is called, and how it is read. */
interface State {
  readonly label: string;
  readonly commit?: string;
  readonly estate: EstateReader;
  readonly policies: FolderReader;
}

/** Runs two states of an estate on the same day. Throws GitError when git has none of them. */
export async function runStates(request: StatesToRun): Promise<RanStates> {
  const [base, head] = await findStates(request);
  const [baseRules, headRules] = [await rulesOf(base), await rulesOf(head)];
  const memory = createMemory();
  const runState = ({ estate }: State, policies: Policies): Promise<RunResult> =>
    run({
      reader: estate,
      policies,
      asOf: request.asOf,
      memory,
      ...(request.onProgress ? { onProgress: request.onProgress } : {}),
    });
  const before = await runState(base, baseRules);
  const after = await runState(head, headRules);
  return {
    base: { result: before, ...nameOf(base) },
    head: { result: after, ...nameOf(head) },
    headRules,
    ...(sameRules(baseRules, headRules)
      ? {}
      : { policies: judgeByBoth(after, { baseRules, headRules }) }),
  };
}

function judgeByBoth(
  after: RunResult,
  { baseRules, headRules }: { baseRules: Policies; headRules: Policies },
): NonNullable<CompareRequest["policies"]> {
  return {
    baseRules: digestsOf(baseRules),
    headRules: digestsOf(headRules),
    byBase: judgeAgain(after, baseRules),
    byHead: judgeAgain(after, headRules),
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

async function rulesOf({ label, policies }: State): Promise<Policies> {
  try {
    return await loadPolicies(policies);
  } catch (error) {
    if (error instanceof Error && error.name === "PolicyBundleError") {
      throw new GitError(`The rules of ${label} cannot be used: ${error.message}.`);
    }
    throw error;
  }
}

function nameOf({ label, commit }: State): { label: string; commit?: string } {
  return commit === undefined ? { label } : { label, commit };
}

function sameRules(base: Policies, head: Policies): boolean {
  return JSON.stringify(digestsOf(base)) === JSON.stringify(digestsOf(head));
}

/** What tells whether a rule or its strictness changed. The compiled rules have one digest for all of them. */
function digestsOf({ bundle, settings }: Policies): Readonly<Record<string, string>> {
  const entries = bundle.rules.map((rule): [string, string] => {
    const layers = settings.map((layer) => [
      layer.settings.applies,
      layer.settings.actions?.[rule.severity],
      layer.settings.rules?.[rule.id],
    ]);
    return [rule.id, JSON.stringify([rule.severity, rule.parameters, layers])];
  });
  return { ...Object.fromEntries(entries), "compiled rules": bundle.digest };
}
