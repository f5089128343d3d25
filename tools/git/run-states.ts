import { join } from "node:path";
import {
  createMemory,
  folderOnDisk,
  loadPolicies,
  requireFreshBundle,
  openRun,
  rulesDigest,
  workTreeReader,
  type ComparedEnvironment,
  type ComparedRun,
  type CompareRequest,
  type EstateReader,
  type Finding,
  type FolderReader,
  type OpenRun,
  type Policies,
  type RunMemory,
  type RunRequest,
} from "@altostrata/pipeline";
import { GitError } from "./git-error.ts";
import { openRepository, type Repository } from "./open-repository.ts";
import { readState } from "./read-state.ts";

/** The two states of an estate to run. */
export interface StatesToRun {
  readonly estate: string;
  /** A branch, tag or commit; the merge base with the main branch when absent. */
  readonly base?: string;
  /** A branch, tag or commit; the work tree when absent. */
  readonly head?: string;
  readonly asOf: string;
  /** How to treat keys of the base that the current definitions lack. */
  readonly unknownKeysOfBase?: RunRequest["unknownKeys"];
  readonly onProgress?: RunRequest["onProgress"];
  /** Shared work of both sides runs once, or never if an earlier run kept it. */
  readonly memory?: RunMemory;
  /** Receives each environment once both sides are done, sorted by name. Contents read later are computed again. */
  readonly onEnvironment?: (environment: ComparedEnvironment) => void;
}

/** The results of two states, each by its own templates, definitions and rules. */
export interface RanStates {
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  readonly headRules: Policies;
  /** Evaluates other rules on the base. */
  readonly baseBy: (policies: Policies) => readonly Finding[];
  /** The findings of both sets of rules on the head, if the rules differ. A loosened rule shows here. */
  readonly policies?: NonNullable<CompareRequest["policies"]>;
}

/** One state: its name and its readers. */
interface State {
  readonly label: string;
  readonly commit?: string;
  readonly estate: EstateReader;
  readonly policies: FolderReader;
}

/** Two states, loaded and resolved, not yet evaluated. */
export interface OpenStates {
  readonly before: OpenRun;
  readonly after: OpenRun;
  readonly names: readonly [NameOfState, NameOfState];
  readonly baseRules: Policies;
  readonly headRules: Policies;
}

/** Loads and resolves two states of an estate as of one day. Throws GitError when git lacks one. */
export async function openStates(request: Omit<StatesToRun, "onEnvironment">): Promise<OpenStates> {
  const [base, head] = await findStates(request);
  const [baseRules, headRules] = await rulesOfBoth(base, head);
  const { asOf, onProgress, memory = createMemory() } = request;
  const open = ({ estate }: State, policies: Policies): RunRequest => ({
    reader: estate,
    policies,
    asOf,
    memory,
    ...(onProgress ? { onProgress } : {}),
  });
  const unknownKeys = request.unknownKeysOfBase ?? "refused";
  const before = await openRun({ ...open(base, baseRules), unknownKeys });
  const after = await openRun(open(head, headRules));
  return { before, after, names: [nameOf(base), nameOf(head)], baseRules, headRules };
}

/** Runs two states of an estate as of one day. Throws GitError when git lacks one. */
export async function runStates(request: StatesToRun): Promise<RanStates> {
  const { before, after, names, baseRules, headRules } = await openStates(request);
  judgeInTurn(before, after, request.onEnvironment);
  const result = after.finish();
  return {
    base: { result: before.finish(), ...names[0] },
    head: { result, ...names[1] },
    headRules,
    baseBy: (policies) => before.findingsBy(policies),
    ...(sameRules(baseRules, headRules)
      ? {}
      : {
          policies: {
            baseRules: digestsOf(baseRules),
            headRules: digestsOf(headRules),
            byBase: after.findingsBy(baseRules),
            byHead: result.findings,
          },
        }),
  };
}

/** Runs one environment of both sides at a time, so only its contents are in memory. */
function judgeInTurn(base: OpenRun, head: OpenRun, tell: StatesToRun["onEnvironment"]): void {
  const sideOf = (side: OpenRun, environment: string) => ({
    desiredState: side.desiredState,
    targets: side.judge(environment),
  });
  for (const environment of [...new Set([...base.environments, ...head.environments])].sort()) {
    const sides = { base: sideOf(base, environment), head: sideOf(head, environment) };
    tell?.({ environment, ...sides });
  }
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

/** The rules of both sides: one object if the files are equal. */
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

function sameRules(base: Policies, head: Policies): boolean {
  return JSON.stringify(digestsOf(base)) === JSON.stringify(digestsOf(head));
}

/** Digests that change with a rule or its severity. All compiled rules share one digest. */
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
