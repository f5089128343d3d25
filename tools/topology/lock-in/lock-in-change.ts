import type { ComparedEnvironment, LockInChange, LockInComparison } from "@altostrata/pipeline";
import { compareProofs, provenKey } from "./compare-proofs.ts";
import { compareScores } from "./compare-scores.ts";
import {
  collectFacts,
  proveFacts,
  type CollectedFacts,
  type Proven,
} from "./evidence/gather-facts.ts";
import type { Binding, LockInFacts } from "./lock-in-facts.ts";
import { longestExitHours } from "./measures/measure-data-exit.ts";
import { scoreLockIn, type LockInScore, type Score } from "./score-lock-in.ts";

type Figure = LockInChange["figures"][number];

interface CollectedChange {
  readonly environment: string;
  readonly base: CollectedFacts;
  readonly head: CollectedFacts;
}

/** Compares the lock-in of two runs, one environment at a time; keeps no manifests. */
export function lockInComparison(): LockInComparison {
  const collected: CollectedChange[] = [];
  const collect = ({ desiredState, targets }: ComparedEnvironment["base"]): CollectedFacts =>
    collectFacts(desiredState, targets);
  return {
    add: ({ environment, base, head }) => {
      collected.push({ environment, base: collect(base), head: collect(head) });
    },
    // Prices, facts of providers and proofs change the figures of unchanged environments.
    needsUnchanged: (base, head) => sharedFacts(base) !== sharedFacts(head),
    finish: (base, head) => ({
      ...changeOf(
        collected.toSorted(byName).map(({ environment, ...facts }) => ({
          environment,
          base: proveFacts(facts.base, base),
          head: proveFacts(facts.head, head),
        })),
      ),
      ...compareProofs(base, head),
    }),
  };
}

function sharedFacts({ desiredState, proofs }: Proven): string {
  const { providers, prices } = desiredState;
  return JSON.stringify([
    providers.map(({ name, value }) => [name, value]),
    prices?.map(({ name, value }) => [name, value]),
    [...new Set(proofs.map(provenKey))].sort(),
  ]);
}

function byName(left: CollectedChange, right: CollectedChange): number {
  return left.environment < right.environment ? -1 : 1;
}

interface ChangedFacts {
  readonly environment: string;
  readonly base: LockInFacts;
  readonly head: LockInFacts;
}

function changeOf(
  changed: readonly ChangedFacts[],
): Pick<LockInChange, "added" | "removed" | "figures"> {
  const was = changed.flatMap(({ base }) => base.bindings);
  const is = changed.flatMap(({ head }) => head.bindings);
  return {
    added: onlyIn(is, was),
    removed: onlyIn(was, is),
    figures: changed.flatMap(({ environment, base, head }) =>
      figuresOf(environment, scoreLockIn(base), scoreLockIn(head)),
    ),
  };
}

function onlyIn(bindings: readonly Binding[], others: readonly Binding[]): LockInChange["added"] {
  const known = new Set(others.map(nameOf));
  return bindings
    .filter((binding) => !known.has(nameOf(binding)))
    .map(({ environment, system, component, provider, surface, tier, alternatives }) => ({
      environment,
      system,
      component,
      provider,
      surface,
      tier,
      alternatives: [...alternatives],
    }));
}

function nameOf({ environment, system, component, provider, surface }: Binding): string {
  return [environment, system, component, provider, surface].join("\0");
}

function figuresOf(environment: string, before: LockInScore, after: LockInScore): Figure[] {
  if (!before.scored || !after.scored) return [];
  const [was, is] = [displayed(before), displayed(after)];
  // Figures of another catalogue are shown separately; they would hide all other changes.
  const compared = compareScores(before, after).comparable
    ? figures
    : (["catalogue", ...figures] as const);
  return compared.flatMap((figure): Figure[] =>
    was[figure] === is[figure]
      ? []
      : [{ environment, figure, base: was[figure], head: is[figure] }],
  );
}

const figures = ["portability", "readiness", "data-exit", "switching", "exposure"] as const;

/** Returns the figures of a score as displayed, so that a change too small to show is none. */
function displayed(score: Score): Readonly<Record<Figure["figure"], string>> {
  const { portability, readiness, dataExit, exposure, currency = "" } = score;
  // Sums exclude parts without a price.
  const prefix = exposure.unpriced > 0 ? "at least " : "";
  const money = ({ least, most }: { least: number; most: number }) =>
    `${prefix}${least.toFixed(0)} to ${most.toFixed(0)} ${currency}`.trim();
  return {
    catalogue: score.catalogue,
    portability: `${portability.percent.toFixed(0)}%`,
    readiness: `${readiness.level} of 4`,
    "data-exit": `${longestExitHours(dataExit).toFixed(1)} h`,
    switching: money(exposure.switching),
    exposure: `${money(exposure.perYear)} a year`,
  };
}
