import { join } from "node:path";
import {
  compareWithBaseline,
  type RenderedTarget,
  type RunRequest,
  type RunResult,
} from "@altostrata/pipeline";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { didYouMean } from "../../options/did-you-mean.ts";
import { readOptionalFile } from "../../files/read-optional-file.ts";
import { runEstate } from "../../run/run-estate.ts";
import { findFixes, fixableCodes, planFixes, type Fix, type FixPlan } from "@altostrata/fix";

export interface FixRequest {
  readonly estate: string;
  readonly asOf: string;
  /** Fix only these diagnostics and rules; all fixable ones when empty. */
  readonly codes: readonly string[];
}

/** The planned fixes, and the current text of each file. */
export interface ProposedFixes extends FixPlan {
  readonly originals: ReadonlyMap<string, string>;
  /** The number of all problems, fixable or not. */
  readonly problems: number;
}

/**
 * Plans edits that fix problems in the desired state. A trial run accepts an edit only when its problem disappears and
 * no new one appears; otherwise the edit is refused with the reason. Throws CannotRunError for a code without a fix.
 * Writes nothing.
 */
export async function proposeFixes(request: FixRequest): Promise<ProposedFixes> {
  const { estate, asOf, codes } = request;
  refuseUnknownCodes(codes);
  const rendered: RenderedTarget[] = [];
  const onRendered: RunRequest["onRendered"] = (targets) => rendered.push(...targets);
  const before = await runEstate({ estate, asOf, onRendered });
  const originals = new Map<string, string>();
  const read = (file: string): string | undefined => {
    const text = originals.get(file) ?? readEstateFile(estate, file);
    if (text !== undefined) originals.set(file, text);
    return text;
  };
  const fixes = findFixes(before, { codes, read, rendered });
  const plan = await tryFixes(fixes, {
    before,
    read,
    run: (texts) => runEstate({ estate, asOf, texts }),
  });
  const open = before.findings.filter(({ waiver }) => !waiver).length;
  return { ...plan, originals, problems: before.diagnostics.length + open };
}

function refuseUnknownCodes(codes: readonly string[]): void {
  const known = fixableCodes();
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  throw new CannotRunError(
    `There is no automatic fix for ${unknown}.${didYouMean(unknown, known)} Known: ${known.join(", ")}.`,
  );
}

/** Only files of the estate itself may be edited. */
function readEstateFile(estate: string, file: string): string | undefined {
  if (!/^(artefacts|clouds|environments)\//.test(file)) return undefined;
  return readOptionalFile(join(estate, file));
}

interface Trial {
  readonly before: RunResult;
  readonly read: (file: string) => string | undefined;
  readonly run: (texts: ReadonlyMap<string, string>) => Promise<RunResult>;
}

/** Fixes problems that hide others first, then tries the rest against that result. */
async function tryFixes(fixes: readonly Fix[], trial: Trial): Promise<FixPlan> {
  const hiding = fixes.filter(({ problem }) => hides(problem));
  const first = await addFixes(emptyPlan, hiding, trial);
  const before = first.applied.length === 0 ? trial.before : await trial.run(first.texts);
  const others = fixes.filter(({ problem }) => !hides(problem));
  return await addFixes(first, others, { ...trial, before });
}

const emptyPlan: FixPlan = { texts: new Map(), applied: [], refused: [] };

/** A diagnostic can exclude objects from later checks, so fixing it can reveal other problems. */
function hides(problem: Fix["problem"]): boolean {
  return "code" in problem && !problem.code.startsWith("waiver-");
}

/** Adds all fixes to a plan or, when that causes harm, the groups by code that cause none. */
async function addFixes(plan: FixPlan, fixes: readonly Fix[], trial: Trial): Promise<FixPlan> {
  if (fixes.length === 0) return plan;
  const together = await extend(plan, fixes, trial);
  if (together.refused.length === plan.refused.length) return together;
  let accepted = plan;
  for (const [, group] of Map.groupBy(fixes, ({ code }) => code))
    accepted = await extend(accepted, group, trial);
  return accepted;
}

async function extend(plan: FixPlan, fixes: readonly Fix[], trial: Trial): Promise<FixPlan> {
  const next = planFixes([...plan.applied, ...fixes], trial.read);
  const [conflict] = next.refused;
  const why = conflict?.why ?? (await verdictOn({ texts: next.texts, applied: fixes }, trial));
  if (why === undefined) return { ...next, refused: plan.refused };
  const file = conflict?.file ?? fixes[0]?.file ?? "";
  return { ...plan, refused: [...plan.refused, { file, why, fixes }] };
}

/** What speaks against fixes: a problem that stays, or one that comes and was not hidden before. */
async function verdictOn(
  { texts, applied }: Pick<FixPlan, "texts" | "applied">,
  { before, run }: Trial,
): Promise<string | undefined> {
  const newProblems = compareWithBaseline({
    base: { result: before, label: "before" },
    head: { result: await run(texts), label: "after" },
  });
  const edited = new Set(applied.map(({ problem: { at } }) => `${at.file}:${at.line}`));
  // Another version may have other fields: nothing of its object may be refused then.
  const moved = new Set(
    applied.flatMap(({ code, problem }) =>
      code.startsWith("manifest-version-") ? [problem.object ?? ""] : [],
    ),
  );
  const revealing = applied.some(({ problem }) => hides(problem));
  const [come] = [
    ...newProblems.new.diagnostics
      .filter(
        ({ at, object }) =>
          !revealing || edited.has(`${at.file}:${at.line}`) || moved.has(object ?? at.file),
      )
      .map(({ code, at }) => ({ code, at })),
    ...(revealing ? [] : newProblems.new.findings.map(({ rule, at }) => ({ code: rule, at }))),
  ];
  if (come) return `it would cause ${come.code} at ${come.at.file}:${come.at.line}`;
  const gone = new Set<unknown>(
    [...newProblems.gone.findings, ...newProblems.gone.diagnostics].map(keyOf),
  );
  const stays = applied.find(({ problem }) => !gone.has(keyOf(problem)));
  return stays ? `${stays.code} would still be found` : undefined;
}

function keyOf(problem: Fix["problem"]): string {
  return "fingerprint" in problem ? problem.fingerprint : JSON.stringify(problem);
}
