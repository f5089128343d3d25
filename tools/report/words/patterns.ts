import type { ResolveCode } from "@altostrata/pipeline";
import type { Words } from "./words.ts";

type PatternCode = Extract<ResolveCode, `pattern-${string}`>;

/** The wording of usage patterns whose contract the estate does not keep. */
export const patternWords: Readonly<Record<PatternCode, Words>> = {
  "pattern-target-not-in-system": {
    title: "Pattern names a target outside the system",
    what: "The pattern {pattern} names `{target}`, which is not a target of this system.",
    why: "The pattern promises work on a target where nothing is deployed.",
    fix: "Add a worker file for `{target}`, or name another target.[ Targets of the system: {known}.]",
  },
  "pattern-share-incomplete": {
    title: "Share of the traffic that cannot be served",
    what: "`{target}` has a share of the traffic, but {problem}.",
    why: "Consumers who are sent there would get no answer.",
    fix: "Take it out of `shares`, or let it serve; active-active needs at least two targets.",
  },
  "pattern-survive-single-provider": {
    title: "All shares at one provider",
    what: "`survive: provider` is promised, but all targets that share are at {providers}.",
    why: "When this provider is away nothing serves.",
    fix: "Give a target of another provider a share, or promise `survive: target`.",
  },
  "pattern-burst-onto-master": {
    title: "Burst onto the master",
    what: "`{target}` leads the system, and cannot be a target to burst onto.",
    why: "Burst capacity idles elsewhere until the master's load passes the threshold.",
    fix: "Name workers in `onto`.",
  },
  "pattern-burst-not-scalable": {
    title: "Burst target that cannot grow",
    what: "No runtime component on `{target}` may have more replicas than it starts with.",
    why: "The burst would start nothing.",
    fix: "Write `replicas: { min: ..., max: ... }` with a larger max in the worker's file.",
  },
  "pattern-burst-floor-too-low": {
    title: "Burst floor of zero",
    what: "`{component}` may go down to no replica, but needs {needs} of the master in order to start.",
    why: "If the master is away, as in the very moment a burst may be needed, it could not start.",
    fix: "Keep at least one replica: `min: 1`.",
  },
  "pattern-burst-without-metrics": {
    title: "Burst without metrics",
    what: "The burst onto `{target}` has no load to follow: `{application}` does not say how its requests per second are asked.",
    why: "The autoscaler needs a query to decide when to start replicas.",
    fix: "Declare `metrics` with `requestsPerSecond` in the application.",
  },
  "pattern-standby-same-provider": {
    title: "Standby at the master's provider",
    what: "The standby `{standby}` is at {provider}, like the master `{master}`.",
    why: "What takes the master away may take the standby too.",
    fix: "Choose a standby at another provider.",
  },
  "pattern-standby-without-replica": {
    title: "Standby without the data",
    what: "`{standby}` holds no replica of datasource `{datasource}`, which it is to promote.",
    why: "It could not lead: there would be nothing to promote.",
    fix: "Add `{standby}` to the replicas of `{datasource}`.",
  },
  "pattern-promotes-misplaced": {
    title: "Promotion of something that is not there",
    what: "`{promoted}` is to be promoted on `{standby}`, but is neither a component listed in {file} nor a datasource of the system.",
    why: "After a failover it would be missing.",
    fix: "List it in {file} (with `replicas: 0` until it leads), or take it out of `promotes`.",
  },
  "pattern-standby-component-active": {
    title: "Standby component runs already",
    what: "`{component}` has {replicas} replicas on the standby.",
    why: "Only one place may lead; two would manage the same runtimes against each other.",
    fix: "Write `replicas: 0`; the failover raises it.",
  },
  "pattern-pre-production-elsewhere": {
    title: "Pre-production outside production's workers",
    what: "`{target}` is not a worker of {production}.",
    why: "Pre-production proves what production will do only on the same targets, and never on the one that leads.",
    fix: "Use a worker of {production}.[ Workers: {workers}.]",
  },
  "pattern-arbitrage-candidate-unfit": {
    title: "Arbitrage among targets that cannot take the work",
    what: "`{target}` {problem}.",
    why: "The work could not move there.",
    fix: "Let it run the component, or take it out of `among`.",
  },
  "pattern-arbitrage-price-unfit": {
    title: "Arbitrage on a price that is missing or too old",
    what: "The price of `{nodes}` in {region}, the nodes of `{target}`, {problem}.",
    why: "Nobody can say whether the work is cheaper there.",
    fix: "Write today's price with its source and date into `{file}`, or take the target out of `among`.",
    problems: {
      missing: "is not in the list",
      old: "is of {date}, and may be no older than {limit}",
    },
  },
};
