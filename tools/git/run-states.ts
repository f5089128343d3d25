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

/** Which two states of an estate to run. */
export interface StatesToRun {
  readonly estate: string;
  /** A branch, tag or commit; the merge base with the main branch when absent. */
  readonly base?: string;
  /** A branch, tag or commit; the work tree when absent. */
  readonly head?: string;
  readonly asOf: string;
  /** What becomes of keys of the base that no definition of today knows. */
  readonly unknownKeysOfBase?: RunRequest["unknownKeys"];
  readonly onProgress?: RunRequest["onProgress"];
  /** What both sides have in common is done once; with a memory that keeps, not even that. */
  readonly memory?: RunMemory;
  /**
   * Told of every environment of either side when both sides of it were judged, in the order of their names. Whoever needs the
   * contents must ask now: they are made again later.
   */
  readonly onEnvironment?: (environment: ComparedEnvironment) => void;
}

/** Two states, each run by its own templates, definitions and rules. */
export interface RanStates {
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  readonly headRules: Policies;
  /** The findings that other rules give about the base. */
  readonly baseBy: (policies: Policies) => readonly Finding[];
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

/** Two states, loaded and resolved, of which nothing is judged. */
export interface OpenStates {
  readonly before: OpenRun;
  readonly after: OpenRun;
  readonly names: readonly [NameOfState, NameOfState];
  readonly baseRules: Policies;
  readonly headRules: Policies;
}

/** Loads and resolves two states of an estate on the same day. Throws GitError when git has none of them. */
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

/** Runs two states of an estate on the same day. Throws GitError when git has none of them. */
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

/** Environment by environment, so that the contents of two sides need never be there for more than one. */
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

/** The rules of both sides; the very same where the files are. */
async function rulesOfBoth(base: State, head: State): Promise<readonly [Policies, Policies]> {
  const baseRules = await rulesOf(base);
  // A bundle that was not built again would judge the change by rules that it replaces.
  await explained(head, requireFreshBundle(head.policies));
  const isSame = (await rulesDigest(base.policies)) === (await rulesDigest(head.policies));
  return [baseRules, isSame ? baseRules : await rulesOf(head)];
}

function rulesOf(state: State): Promise<Policies> {
  return explained(state, loadPolicies(state.policies));
}

/** What comes of rules; that they cannot be used is an error with the name of their state. */
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
