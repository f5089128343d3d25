import {
  compareRuns,
  folderOnDisk,
  judgeAgain,
  loadPolicies,
  run,
  workTreeReader,
  type Comparison,
  type EstateReader,
  type FolderReader,
  type Policies,
  type RunResult,
} from "@altostrata/pipeline";
import { GitError, openRepository, readState, type Repository } from "@altostrata/git";
import { wordDiagnostic } from "@altostrata/report";
import { join } from "node:path";
import { CannotRunError } from "./cannot-run-error.ts";
import { showProgress } from "./progress.ts";

/** Which two states of an estate to compare. */
export interface StatesToCompare {
  readonly estate: string;
  /** A branch, tag or commit; the merge base with the main branch when absent. */
  readonly base?: string;
  /** A branch, tag or commit; the work tree when absent. */
  readonly head?: string;
  readonly asOf: string;
  /** Key of the fingerprints of secrets: random, and kept from whoever reads the result. */
  readonly redactionKey: Uint8Array;
}

/** One state that can be run: how it is called, and how it is read. */
interface State {
  readonly label: string;
  readonly commit?: string;
  readonly estate: EstateReader;
  readonly policies: FolderReader;
}

/** What changes between two states, each by its own templates, definitions and rules. Throws CannotRunError when git has none of them. */
export async function compareStates(request: StatesToCompare): Promise<Comparison> {
  const { asOf, redactionKey } = request;
  const [base, head] = await findStates(request);
  const [baseRules, headRules] = [await rulesOf(base), await rulesOf(head)];
  const { onProgress, clear } = showProgress();
  const runState = ({ estate }: State, policies: Policies): Promise<RunResult> =>
    run({ reader: estate, policies, asOf, onProgress });
  try {
    const before = await runState(base, baseRules);
    const after = await runState(head, headRules);
    return compareRuns({
      base: { result: before, ...nameOf(base) },
      head: { result: after, ...nameOf(head) },
      redactionKey,
      diagnostics: after.diagnostics.map((diagnostic) => {
        const { what, fix } = wordDiagnostic(diagnostic);
        const { file, line, column } = diagnostic.at;
        return { code: diagnostic.code, text: `${what} ${fix}`, at: { file, line, column } };
      }),
      ...(sameRules(baseRules, headRules)
        ? {}
        : {
            policies: {
              baseRules: digestsOf(baseRules),
              headRules: digestsOf(headRules),
              byBase: judgeAgain(after, baseRules),
              byHead: judgeAgain(after, headRules),
            },
          }),
    });
  } finally {
    clear();
  }
}

async function findStates(request: StatesToCompare): Promise<readonly [State, State]> {
  try {
    const repository = await openRepository(request.estate);
    const base =
      request.base === undefined
        ? await repository.defaultBase()
        : { label: request.base, commit: await repository.commitOf(request.base) };
    return [await stateAt(repository, base), await headState(repository, request)];
  } catch (error) {
    if (error instanceof GitError) throw new CannotRunError(error.message);
    throw error;
  }
}

async function headState(
  repository: Repository,
  { estate, head }: StatesToCompare,
): Promise<State> {
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
      throw new CannotRunError(`The rules of ${label} cannot be used: ${error.message}.`);
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
