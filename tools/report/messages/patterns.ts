import type { ResolveCode } from "@altostrata/pipeline";
import type { Messages } from "./messages.ts";

type PatternCode = Extract<ResolveCode, `pattern-${string}`>;

/** Messages about violated contracts of usage patterns. */
export const patternMessages: Readonly<Record<PatternCode, Messages>> = {
  "pattern-target-not-in-system": {
    title: "Pattern target outside the system",
    what: "The pattern {pattern} uses `{target}`, which is not a target of this system.",
    why: "Nothing is deployed on that target.",
    fix: "Add a worker file for `{target}`, or name another target.[ Targets of the system: {known}.]",
  },
  "pattern-share-incomplete": {
    title: "Traffic share without service",
    what: "`{target}` has a share of the traffic but {problem}.",
    why: "Consumers routed there would get no answer.",
    fix: "Remove it from `shares`, or deploy the components there. Active-active needs at least two targets.",
  },
  "pattern-survive-single-provider": {
    title: "All traffic shares at one provider",
    what: "`survive: provider` is declared, but all targets with a share are at {providers}.",
    why: "If this provider fails, no target serves traffic.",
    fix: "Add a target of another provider to `shares`, or declare `survive: target`.",
  },
  "pattern-burst-onto-master": {
    title: "Burst onto the master",
    what: "`{target}` is the master and cannot be a burst target.",
    why: "Burst capacity idles on workers until the master's load passes the threshold.",
    fix: "List workers in `onto`.",
  },
  "pattern-burst-not-scalable": {
    title: "Burst target cannot scale",
    what: "No runtime component on `{target}` can scale above its minimum.",
    why: "A burst would start no replicas.",
    fix: "Set `replicas: { min: ..., max: ... }` with a larger max in the worker's file.",
  },
  "pattern-burst-floor-too-low": {
    title: "Burst minimum of zero",
    what: "`{component}` can scale to zero, but needs {needs} of the master to start.",
    why: "If the master is down, which is when a burst may be needed, it cannot start.",
    fix: "Keep at least one replica: `min: 1`.",
  },
  "pattern-burst-without-metrics": {
    title: "Burst without metrics",
    what: "The burst onto `{target}` has no load metric: `{application}` declares no query for requests per second.",
    why: "The autoscaler needs a query to decide when to scale out.",
    fix: "Declare `metrics` with `requestsPerSecond` in the application.",
  },
  "pattern-standby-same-provider": {
    title: "Standby at the master's provider",
    what: "The standby `{standby}` and the master `{master}` are both at {provider}.",
    why: "An outage of the provider would take down both.",
    fix: "Choose a standby at another provider.",
  },
  "pattern-standby-without-replica": {
    title: "Standby without the data",
    what: "`{standby}` has no replica of datasource `{datasource}`, which it must promote.",
    why: "It could not lead, because it has no data to promote.",
    fix: "Add `{standby}` to the replicas of `{datasource}`.",
  },
  "pattern-promotes-misplaced": {
    title: "Promotion of a missing item",
    what: "`promotes` lists `{promoted}` for `{standby}`, but it is neither a component in {file} nor a datasource of the system.",
    why: "It would be missing after a failover.",
    fix: "List it in {file} (with `replicas: 0` until it leads), or remove it from `promotes`.",
  },
  "pattern-standby-component-active": {
    title: "Standby component already runs",
    what: "`{component}` has {replicas} replicas on the standby.",
    why: "Only one target may lead; two that manage the same runtimes would conflict.",
    fix: "Set `replicas: 0`; the failover raises it.",
  },
  "pattern-pre-production-elsewhere": {
    title: "Pre-production outside production's workers",
    what: "`{target}` is not a worker of {production}.",
    why: "Pre-production must run on production's targets to be meaningful, but never on the leading one.",
    fix: "Use a worker of {production}.[ Workers: {workers}.]",
  },
  "pattern-arbitrage-candidate-unfit": {
    title: "Arbitrage target cannot take the work",
    what: "`{target}` {problem}.",
    why: "The work could not move there.",
    fix: "Deploy the component there, or remove the target from `among`.",
  },
  "pattern-arbitrage-price-unfit": {
    title: "Arbitrage price missing or outdated",
    what: "The price of `{nodes}` in {region}, the node type of `{target}`, {problem}.",
    why: "Without a current price, targets cannot be compared.",
    fix: "Add today's price with its source and date to `{file}`, or remove the target from `among`.",
    problems: {
      missing: "is missing",
      old: "is from {date} and must not be older than {limit}",
    },
  },
};
