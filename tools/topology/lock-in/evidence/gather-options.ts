import {
  parseQuantity,
  type DesiredState,
  type Price,
  type RenderedTarget,
} from "@altostrata/pipeline";
import type { OptionFacts } from "../lock-in-facts.ts";

const hoursPerMonth = 730;

/**
 * The cost of keeping a choice: templates per provider, and targets with the price of their control planes and their
 * standby capacity.
 */
export function gatherOptions(
  desiredState: DesiredState,
  targets: readonly RenderedTarget[],
): OptionFacts {
  const inUse = new Set(targets.map(({ target }) => target));
  const owners = new Set(targets.map(({ provider }) => provider));
  return {
    templates: Object.fromEntries(
      [...owners].sort().map((name) => [name, templatesOf(desiredState, name)]),
    ),
    targets: desiredState.targets
      .filter(({ name }) => inUse.has(name))
      .map(({ name: target, provider, value: { region } }) => {
        const row = pricesOf(desiredState, provider).find(
          (price) => price.item === "control-plane" && price.region === region,
        );
        return {
          target,
          provider,
          ...(row ? { perMonth: row.price * hoursPerMonth, kind: row.kind } : {}),
          environments: usersOf(desiredState, target),
          standbyCpus: standbyCpus(targets.filter((one) => one.target === target)),
        };
      }),
  };
}

/** The price list of a provider; empty if it has none. */
export function pricesOf({ prices = [] }: DesiredState, provider: string): readonly Price[] {
  return prices.find(({ name }) => name === provider)?.value ?? [];
}

function usersOf({ environments }: DesiredState, target: string): number {
  return environments.filter(({ systems }) =>
    systems.some(
      ({ value, workers }) =>
        value.master === target || workers.some(({ name }) => name === target),
    ),
  ).length;
}

function standbyCpus(targets: readonly RenderedTarget[]): number {
  return targets
    .flatMap(({ systems }) => systems)
    .filter(({ view }) => view.part.standby)
    .flatMap(({ view }) => Object.values(view.components))
    .reduce((total, { replicas, resources }) => {
      return total + replicas.min * (parseQuantity(resources.cpu) ?? 0);
    }, 0);
}

function templatesOf(
  { templates }: DesiredState,
  provider: string,
): { files: number; lines: number } {
  const own = templates.filter(({ layer, owner }) => layer === "provider" && owner === provider);
  return {
    files: own.length,
    lines: own.reduce((total, { text }) => total + text.split("\n").length - 1, 0),
  };
}
