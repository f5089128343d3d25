import type { ComponentView } from "./component-view.ts";
import type { DatasourceView } from "./datasource-view.ts";
import type { DnsView } from "./dns-view.ts";
import type { Patch } from "../kinds/settings.ts";
import type { Provider } from "../kinds/provider.ts";
import type { Secrets } from "../kinds/secrets.ts";
import type { System } from "../kinds/system.ts";
import type { Target } from "../kinds/target.ts";

/**
 * Everything known about one system on one target, and the facts it needs about other targets. Templates receive
 * exactly this object, and every value has an origin (origin.ts). Absent things are absent keys; lists are sorted.
 */
export interface View {
  readonly environment: {
    readonly name: string;
    readonly tier: "development" | "staging" | "production";
    readonly owners: readonly string[];
    readonly residency: readonly string[];
    readonly podSecurity: "baseline" | "restricted";
  };
  readonly application: { readonly name: string; readonly title: string; readonly version: string };
  readonly system: {
    readonly name: string;
    readonly owners: readonly string[];
    readonly dataClass?: NonNullable<System["dataClass"]>;
    readonly costCentre?: string;
    readonly master: string;
    readonly hosts: System["hosts"];
    readonly traffic: System["traffic"] & { readonly hostName: string };
    readonly objectives: System["objectives"];
    readonly patterns: System["patterns"];
    readonly consumers: System["consumers"];
    readonly targets: readonly string[];
  };
  readonly namespace: string;
  /** Labels of every object. */
  readonly labels: Readonly<Record<string, string>>;
  readonly part: Part;
  readonly target: Target & {
    readonly name: string;
    readonly provider: string;
    readonly infrastructure: Readonly<Record<string, unknown>>;
  };
  readonly provider: Provider & { readonly name: string };
  readonly components: Readonly<Record<string, ComponentView>>;
  readonly datasources: Readonly<Record<string, DatasourceView>>;
  readonly secrets: Readonly<Record<string, SecretView>>;
  /**
   * Full references per catalogue name: `repository:tag@digest`, or `repository:tag` while the digest is unresolved.
   */
  readonly images: Readonly<Record<string, string>>;
  /** The other targets of the system. */
  readonly peers: Readonly<Record<string, Peer>>;
  /** Where each component of the application can be reached from here, on any target. */
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  /** Maximum resources of the namespace: all components and datasources at their maximum, plus one rollout. */
  readonly quota: {
    readonly cpu: string;
    readonly memory: string;
    readonly pods: number;
    readonly storage: string;
  };
  readonly dns: DnsView;
  /** Hosts that the target's gateway serves for the system; absent if nothing here has a route. */
  readonly gateway?: { readonly hosts: readonly GatewayHost[] };
}

/** A host of the system (`name` is its key in `hosts`) and its name on this target alone. */
export interface GatewayHost {
  readonly name: string;
  readonly hostName: string;
  readonly targetHostName: string;
}

/** This target's part in the system. */
export interface Part {
  /** `true` on the master's target. */
  readonly leads: boolean;
  readonly state: "serving" | "draining";
  /** The standby of disaster recovery. */
  readonly standby: boolean;
  /** Set if burst traffic may start replicas here. */
  readonly burst?: {
    readonly requestsPerSecond: number;
    readonly for: string;
    readonly forSeconds: number;
  };
  /** Active-active traffic share; 0 if the target takes none in normal operation. */
  readonly share: number;
}

/** Where a component can be reached from this target. */
export interface Endpoint {
  readonly target: string;
  readonly local: boolean;
  /** Shared name of all instances: the Service of the component, or its name for other targets. */
  readonly host: string;
  /** Ports by name. */
  readonly ports: Readonly<Record<string, number>>;
  readonly instances: readonly {
    readonly name: string;
    readonly ordinal: number;
    readonly host: string;
  }[];
}

export type SecretView = Secrets["secrets"][string] & {
  readonly name: string;
  readonly keys: readonly string[];
  /** Path in this target's store. */
  readonly remotePath: string;
  readonly refreshSeconds: number;
};

/** Facts about another target of the system. */
interface Peer {
  readonly target: string;
  readonly provider: string;
  readonly region: string;
  readonly country: string;
  readonly domain: string;
  readonly networks: Target["networks"];
  readonly part: Part;
  readonly components: readonly string[];
}

/** A view with the patches of one component. */
export interface SystemView {
  readonly view: View;
  readonly patches: readonly (Patch & { readonly component: string })[];
}
