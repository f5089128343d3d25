import { own } from "../model/values/own.ts";
import type {
  EnvironmentState,
  Named,
  SystemState,
  TargetState,
} from "../model/estate/desired-state.ts";
import { durationSeconds } from "../model/values/durations.ts";
import { namespaceOf } from "../model/estate/namespace-of.ts";
import type { Application } from "../model/kinds/application.ts";
import type { Master, Worker } from "../model/kinds/master-worker.ts";
import type { Provider } from "../model/kinds/provider.ts";
import type { Part } from "../model/view/view.ts";
import type { EstateIndex } from "./estate-index.ts";

/** One target of a system: its part, and the file that lists its components. */
export interface Member {
  readonly target: TargetState;
  readonly provider: Named<Provider>;
  readonly part: Part;
  /** master.yaml or workers/<target>.yaml. */
  readonly file: Named<Master> | Named<Worker>;
  readonly layer: "master" | "worker";
  /** Names of the application's components that run here, sorted. */
  readonly components: readonly string[];
}

/** A system whose references are valid: its application, its members sorted by target, and its leading member. */
export interface Topology {
  readonly environment: EnvironmentState;
  readonly system: SystemState;
  readonly application: Named<Application>;
  readonly members: readonly Member[];
  readonly leader: Member;
  readonly namespace: string;
}

/** Assembles a system; undefined if its application, its master or a target is missing or unsound. */
export function topologyOf(
  environment: EnvironmentState,
  system: SystemState,
  index: EstateIndex,
): Topology | undefined {
  const application = index.applications.get(system.value.application);
  if (!application || !system.master) return undefined;
  const files = [
    { target: system.value.master, file: system.master, layer: "master" as const },
    ...system.workers
      .filter((worker) => worker.name !== system.value.master)
      .map((worker) => ({ target: worker.name, file: worker, layer: "worker" as const })),
  ];
  const members: Member[] = [];
  for (const { target: name, file, layer } of files) {
    const target = index.targets.get(name);
    const provider = target && index.providers.get(target.provider);
    if (!target || !provider) continue;
    const components = Object.keys(application.value.components)
      .filter((component) => (own(file.value.components, component) ?? null) !== null)
      .sort();
    members.push({
      target,
      provider,
      file,
      layer,
      components,
      part: partOf(system, name, file.value),
    });
  }
  members.sort((left, right) => (left.target.name < right.target.name ? -1 : 1));
  const leader = members.find((member) => member.part.leads);
  if (!leader) return undefined;
  return {
    environment,
    system,
    application,
    members,
    leader,
    namespace: namespaceOf(environment, system),
  };
}

function partOf(system: SystemState, target: string, file: Master | Worker): Part {
  const { patterns, master } = system.value;
  const leads = target === master;
  const state = file.kind === "Worker" ? file.state : "serving";
  const burst = patterns.burst?.onto.includes(target) ? patterns.burst.when : undefined;
  return {
    leads,
    state,
    standby: patterns["disaster-recovery"]?.standby === target,
    ...(burst && { burst: { ...burst, forSeconds: durationSeconds(burst.for) ?? 0 } }),
    share: state === "draining" ? 0 : shareOf(system, target),
  };
}

function shareOf(system: SystemState, target: string): number {
  const { patterns, master } = system.value;
  const shares = patterns["active-active"]?.shares;
  if (shares) return own(shares, target) ?? 0;
  if (patterns.arbitrage?.among.includes(target)) return 1;
  return target === master ? 1 : 0;
}
