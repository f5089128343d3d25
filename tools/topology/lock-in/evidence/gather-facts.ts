import { own } from "@altostrata/pipeline";
import {
  durationSeconds,
  parseQuantity,
  type DesiredState,
  type View,
  type Provider,
  type RunResult,
  type RenderedTarget,
} from "@altostrata/pipeline";
import { findBindings, type FoundBinding } from "./find-bindings.ts";
import { gatherOptions, pricesOf } from "./gather-options.ts";
import { indexProofs, type Proofs } from "./index-proofs.ts";
import { tierWeights } from "../measures/tier-weights.ts";
import type {
  Binding,
  ComponentFact,
  LeavingFact,
  LockInFacts,
  StoreFact,
  SystemFact,
} from "../lock-in-facts.ts";

/** The results of a run that prove facts. */
export type Proven = Pick<RunResult, "asOf" | "desiredState" | "proofs">;

/** Facts without proofs, as plain data: proofs depend on the whole run. */
export interface CollectedFacts extends Omit<LockInFacts, "asOf" | "components" | "bindings"> {
  readonly components: readonly (Omit<ComponentFact, "provenAt"> & WithApplication)[];
  readonly bindings: readonly (FoundBinding & WithApplication)[];
}

/** The application of a component. */
interface WithApplication {
  readonly application: string;
}

/** Collects the facts of some targets; keeps no manifest. */
export function collectFacts(
  desiredState: DesiredState,
  targets: readonly RenderedTarget[],
): CollectedFacts {
  const applications = applicationsOf(targets);
  const inUse = new Set(targets.map(({ provider }) => provider));
  const bindings = findBindings(desiredState, targets).map((binding) => ({
    ...binding,
    application: applications.get(`${binding.environment}/${binding.system}`) ?? "",
  }));
  for (const { provider } of bindings) inUse.add(provider);
  return {
    catalogue: catalogueOf(desiredState, inUse),
    components: componentsOf(targets),
    bindings,
    stores: storesOf(desiredState, targets),
    systems: systemsOf(desiredState, targets),
    providers: leavingFacts(desiredState),
    options: gatherOptions(desiredState, targets),
  };
}

/** Adds the run's proofs to collected facts. */
export function proveFacts(collected: CollectedFacts, run: Proven): LockInFacts {
  const proofsOf = indexProofs(run);
  return {
    ...collected,
    asOf: run.asOf,
    components: collected.components.map(({ application, ...fact }) => ({
      ...fact,
      provenAt: providersOf(proofsOf({ application, component: fact.component, aspect: "runs" })),
    })),
    bindings: collected.bindings.map(({ aspect, application, ...binding }): Binding => {
      const proof = proofsOf({ application, component: binding.component, aspect }).find(
        ({ provider }) => provider !== binding.provider,
      );
      if (!proof) return binding;
      const { provider, environment, target } = proof;
      return { ...binding, proof: provider, provenIn: { environment, target } };
    }),
  };
}

interface PlacedView {
  readonly result: RenderedTarget;
  readonly view: View;
}

function placedViews(targets: readonly RenderedTarget[]): PlacedView[] {
  return targets.flatMap((result) => result.systems.map(({ view }) => ({ result, view })));
}

function applicationsOf(targets: readonly RenderedTarget[]): ReadonlyMap<string, string> {
  return new Map(
    placedViews(targets).map(({ view }) => [
      `${view.environment.name}/${view.system.name}`,
      view.application.name,
    ]),
  );
}

function catalogueOf({ providers }: DesiredState, inUse: ReadonlySet<string>): string {
  return providers
    .filter(({ name }) => inUse.has(name))
    .map(({ name, value }) => `${name}@${value.leaving?.catalogue ?? 0}`)
    .join(" ");
}

function componentsOf(targets: readonly RenderedTarget[]): CollectedFacts["components"] {
  const found = new Map<string, CollectedFacts["components"][number]>();
  for (const { result, view } of placedViews(targets)) {
    const { environment, provider } = result;
    const { name: system } = view.system;
    for (const [component, { replicas, resources }] of Object.entries(view.components)) {
      const key = JSON.stringify([environment, system, component]);
      const cpus = found.get(key)?.cpus ?? {};
      const addedCpus = replicas.min * (parseQuantity(resources.cpu) ?? 0);
      found.set(key, {
        environment,
        system,
        component,
        weight: tierWeights[view.environment.tier],
        application: view.application.name,
        cpus: { ...cpus, [provider]: (own(cpus, provider) ?? 0) + addedCpus },
      });
    }
  }
  return sortedValues(found);
}

function providersOf(proofs: ReturnType<Proofs>): string[] {
  return [...new Set(proofs.map(({ provider }) => provider))].sort();
}

function storesOf(desiredState: DesiredState, targets: readonly RenderedTarget[]): StoreFact[] {
  const found = new Map<string, StoreFact>();
  for (const { result, view } of placedViews(targets)) {
    const { environment, provider } = result;
    const { name: system } = view.system;
    const currency = own(leavingFacts(desiredState), provider)?.currency;
    const row = pricesOf(desiredState, provider).find(
      (price) =>
        price.item === "egress-internet" &&
        price.region === view.target.region &&
        price.currency === currency,
    );
    for (const [datasource, { role, storage }] of Object.entries(view.datasources)) {
      if (role !== "primary") continue;
      found.set(JSON.stringify([environment, system, datasource]), {
        environment,
        system,
        datasource,
        provider,
        gigabytes: (parseQuantity(storage.size) ?? 0) / 1e9,
        ...(row ? { price: { perGigabyte: row.price, kind: row.kind } } : {}),
      });
    }
  }
  return sortedValues(found);
}

function systemsOf(desiredState: DesiredState, targets: readonly RenderedTarget[]): SystemFact[] {
  const groups = Map.groupBy(placedViews(targets), ({ view }) =>
    JSON.stringify([view.environment.name, view.system.name]),
  );
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, members]) => {
      const leader = members.find(({ view }) => view.part.leads);
      return leader ? [systemFact(desiredState, leader, members)] : [];
    });
}

function systemFact(
  { environments }: DesiredState,
  { result, view }: PlacedView,
  members: readonly PlacedView[],
): SystemFact {
  const state = environments
    .find(({ name }) => name === result.environment)
    ?.systems.find(({ name }) => name === view.system.name);
  const primaries = members.filter((member) =>
    Object.values(member.view.datasources).some(({ role }) => role === "primary"),
  );
  const dependsOn = new Set([result.provider, ...primaries.map((one) => one.result.provider)]);
  return {
    environment: result.environment,
    system: view.system.name,
    weight: tierWeights[view.environment.tier],
    master: result.provider,
    edge: edgeOf(members, result.provider),
    dependsOn: [...dependsOn].sort(),
    plans: state?.value.exits ?? {},
  };
}

function edgeOf(members: readonly PlacedView[], master: string): Record<string, number> {
  const whole = members.reduce((total, { view }) => total + view.part.share, 0);
  if (whole === 0) return { [master]: 1 };
  const shares: Record<string, number> = {};
  for (const { result, view } of members) {
    if (view.part.share === 0) continue;
    shares[result.provider] = (own(shares, result.provider) ?? 0) + view.part.share / whole;
  }
  return shares;
}

/** Only amounts in one currency can be added: others count as unknown. */
function leavingFacts({ providers }: DesiredState): Record<string, LeavingFact> {
  const facts = providers.flatMap(({ name, value: { leaving } }) =>
    leaving ? [[name, leavingFact(leaving)] as const] : [],
  );
  const currency = facts[0]?.[1].currency;
  return Object.fromEntries(facts.filter(([, fact]) => fact.currency === currency));
}

function leavingFact(leaving: NonNullable<Provider["leaving"]>): LeavingFact {
  const [amount = "", currency = ""] = leaving.dayRate.split(" ");
  return {
    dayRate: Number(amount),
    currency,
    redeploy: leaving.redeploy,
    megabitsPerSecond: leaving.bandwidth,
    windowHours: (durationSeconds(leaving.window) ?? 0) / 3600,
    perYear: {
      least: Number.parseFloat(leaving.likelihood.least) / 100,
      most: Number.parseFloat(leaving.likelihood.most) / 100,
    },
    date: leaving.date,
  };
}

function sortedValues<Value>(found: ReadonlyMap<string, Value>): Value[] {
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}
