import type { Application, ApplicationComponent } from "./kinds/application.ts";
import type { Datasource } from "./kinds/datasources.ts";
import type { Patch } from "./kinds/settings.ts";
import type { Provider } from "./kinds/provider.ts";
import type { Secrets } from "./kinds/secrets.ts";
import type { System } from "./kinds/system.ts";
import type { Target } from "./kinds/target.ts";

/**
 * Everything known about one system on one target, and what it must know of the other targets. Templates see exactly
 * this object; every value of it has an origin (origin.ts). Absent things are absent keys, lists are sorted.
 */
export interface Picture {
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
    readonly master: string;
    readonly hosts: System["hosts"];
    readonly traffic: System["traffic"] & { readonly hostName: string };
    readonly objectives: System["objectives"];
    readonly patterns: System["patterns"];
    readonly consumers: System["consumers"];
    readonly targets: readonly string[];
  };
  readonly namespace: string;
  /** Labels that every object carries. */
  readonly labels: Readonly<Record<string, string>>;
  readonly part: Part;
  readonly target: Target & {
    readonly name: string;
    readonly provider: string;
    readonly infrastructure: Readonly<Record<string, unknown>>;
  };
  readonly provider: Provider & { readonly name: string };
  readonly components: Readonly<Record<string, ComponentPicture>>;
  readonly datasources: Readonly<Record<string, DatasourcePicture>>;
  readonly secrets: Readonly<Record<string, SecretPicture>>;
  /** Full references, `repository:tag@digest` or `repository:tag` while the digest is open, per catalogue name. */
  readonly images: Readonly<Record<string, string>>;
  /** The other targets of the system. */
  readonly peers: Readonly<Record<string, Peer>>;
  /** Where each component of the application can be reached from here, wherever it runs. */
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  /** What the namespace may use: all components and datasources at their maximum, plus one rollout. */
  readonly quota: {
    readonly cpu: string;
    readonly memory: string;
    readonly pods: number;
    readonly storage: string;
  };
  readonly dns: DnsPicture;
  /** Hosts that the target's gateway answers for the system; absent when nothing that runs here has a route. */
  readonly gateway?: { readonly hosts: readonly GatewayHost[] };
}

/** A host of the system (`name` is its key in `hosts`) and its name on this target alone. */
export interface GatewayHost {
  readonly name: string;
  readonly hostName: string;
  readonly targetHostName: string;
}

/** What this target does for the system. */
export interface Part {
  /** `true` on the master's target. */
  readonly leads: boolean;
  readonly state: "serving" | "draining";
  /** The standby of disaster recovery. */
  readonly standby: boolean;
  /** Set where burst traffic may start replicas. */
  readonly burst?: {
    readonly requestsPerSecond: number;
    readonly for: string;
    readonly forSeconds: number;
  };
  /** Share of the traffic by active-active, 0 where the target takes none in normal operation. */
  readonly share: number;
}

export interface ComponentPicture {
  readonly name: string;
  readonly role: ApplicationComponent["role"];
  /** The name of its workload and Service: the component's name. */
  readonly workload: { readonly kind: ApplicationComponent["workload"]; readonly name: string };
  readonly serviceAccount: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  readonly replicas: { readonly min: number; readonly max: number };
  readonly scaling: Scaling;
  readonly resources: {
    readonly cpu: unknown;
    readonly memory: unknown;
    readonly memoryLimit: unknown;
    readonly storage?: unknown;
  };
  /** Every declared parameter with its value after all layers. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Full image references by the name the application gives them. */
  readonly images: Readonly<Record<string, string>>;
  readonly ports: readonly {
    readonly name: string;
    readonly port: number;
    readonly protocol: string;
    readonly appProtocol?: string;
  }[];
  readonly metrics?: { readonly port: string; readonly path: string };
  /** The addressed replicas; one unnamed instance (the component's own name) for the others. */
  readonly instances: readonly Instance[];
  readonly addressed: boolean;
  /** `nodeSelector` and `tolerations` of its node class, ready to print. */
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly unknown[];
  readonly datasources: readonly string[];
  readonly secrets: readonly string[];
  readonly startupSeconds: number;
  readonly network: {
    readonly ingress: readonly NetworkRule[];
    readonly egress: readonly NetworkRule[];
  };
  /** Routes of the application that lead to this component. */
  readonly routes: readonly RoutePicture[];
  /** Ports that other targets call: rendered as one LoadBalancer Service per instance. Absent when nobody does. */
  readonly exposed?: {
    readonly ports: readonly string[];
    readonly sourceRanges: readonly string[];
    /** Name of all instances together from other targets. */
    readonly host: string;
  };
}

/** How replicas follow the load. `fixed`: no autoscaler; `cpu`: HPA; `burst`: KEDA on the master's metrics. */
export interface Scaling {
  readonly kind: "fixed" | "cpu" | "burst";
  readonly min: number;
  readonly max: number;
  /** For `burst`: where the master's metrics are asked, the threshold of the declaration and per replica. */
  readonly trigger?: {
    readonly address: string;
    readonly query: string;
    readonly threshold: number;
    readonly perReplica: number;
    readonly forSeconds: number;
    /** Secret (`username`, `password`, `ca.crt`) that the autoscaler logs in with. */
    readonly secret?: string;
  };
}

/** One replica with a name of its own. */
export interface Instance {
  /** `gateway`, or `control-plane-1` for an addressed component. */
  readonly name: string;
  readonly ordinal: number;
  readonly selector: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Address inside the target. */
  readonly host: string;
  /** Address from other targets, when the component is exposed. */
  readonly publicHost?: string;
}

/** Where a component can be reached from this target. */
export interface Endpoint {
  readonly target: string;
  readonly local: boolean;
  /** Name of all instances together: the Service of the component, or its name from other targets. */
  readonly host: string;
  /** Ports by name. */
  readonly ports: Readonly<Record<string, number>>;
  readonly instances: readonly {
    readonly name: string;
    readonly ordinal: number;
    readonly host: string;
  }[];
}

/** One rule of a NetworkPolicy, ready to print: peers and ports in Kubernetes' own shape. */
export interface NetworkRule {
  readonly purpose: string;
  readonly peers: readonly Readonly<Record<string, unknown>>[];
  readonly ports: readonly { readonly protocol: string; readonly port: number }[];
}

export interface RoutePicture {
  readonly name: string;
  readonly hostName: string;
  /** Also answers on this name, which is the target's own, for DNS routing and health checks. */
  readonly targetHostName: string;
  readonly path: string;
  readonly port: number;
  readonly portName: string;
  readonly tls: Application["routes"][number]["tls"];
}

export interface DatasourcePicture {
  readonly name: string;
  /** The CloudNativePG cluster's name, the same on every target. */
  readonly cluster: string;
  readonly engine: Datasource["engine"];
  readonly databases: readonly string[];
  readonly role: "primary" | "replica" | "client";
  readonly instances: number;
  readonly resources: Datasource["resources"];
  readonly storage: { readonly size: unknown; readonly class: string };
  /** Where components on this target read and write. */
  readonly endpoint: { readonly host: string; readonly port: number };
  /** The primary, seen from here. */
  readonly primary: { readonly target: string; readonly host: string; readonly port: number };
  /** Every member (primary and replicas), this target included; `name` is unique over targets: `<cluster>-<target>`. */
  readonly members: readonly {
    readonly name: string;
    readonly target: string;
    readonly role: "primary" | "replica";
    readonly host: string;
    readonly port: number;
    readonly self: boolean;
  }[];
  readonly backup: {
    readonly target: string;
    readonly provider: string;
    readonly protocol: "s3" | "azure-blob" | "gcs";
    /** Base of the archive: `s3://bucket/...`, in the bucket that the backup target's infrastructure names. */
    readonly destination: string;
    readonly endpoint?: string;
    readonly credentials: string;
    /** Cron with seconds, CloudNativePG's form. */
    readonly schedule: string;
    readonly keep: string;
  };
  readonly rpo: Datasource["rpo"];
  /** Ranges that may reach the database from other targets. */
  readonly sourceRanges: readonly string[];
  readonly publicHost: string;
  readonly network: {
    readonly ingress: readonly NetworkRule[];
    readonly egress: readonly NetworkRule[];
  };
}

export type SecretPicture = Secrets["secrets"][string] & {
  readonly name: string;
  readonly keys: readonly string[];
  /** Path in this target's store. */
  readonly remotePath: string;
  readonly refreshSeconds: number;
};

/** What this target must know of another target of the system. */
export interface Peer {
  readonly target: string;
  readonly provider: string;
  readonly region: string;
  readonly country: string;
  readonly domain: string;
  readonly networks: Target["networks"];
  readonly part: Part;
  readonly components: readonly string[];
}

/** DNS records of the system, rendered once, on the target that leads. */
export interface DnsPicture {
  /** Provider whose DNS holds the records, and whether this target renders them. */
  readonly provider: string;
  readonly rendered: boolean;
  readonly ttlSeconds: number;
  readonly routing: System["traffic"]["routing"];
  readonly records: readonly DnsRecord[];
  /** The same records by host name, for providers that keep a host's answers in one object. */
  readonly hosts: readonly DnsHost[];
}

/** One host name, the domain it stands in (without its first label), and the targets that answer for it. */
export interface DnsHost {
  readonly hostName: string;
  readonly domain: string;
  readonly records: readonly DnsRecord[];
}

/** One answer of the routing policy: a target that serves the host. */
export interface DnsRecord {
  readonly hostName: string;
  readonly target: string;
  readonly provider: string;
  readonly region: string;
  readonly country: string;
  readonly continent: string;
  /** Name that resolves to the target's gateway. */
  readonly address: string;
  readonly weight: number;
  /** `primary` serves, `secondary` takes over (failover routing). */
  readonly failover: "primary" | "secondary";
  readonly healthCheck: { readonly hostName: string; readonly path: string; readonly port: number };
}

/** A picture with the templates' wishes beside it: what one component wants patched. */
export interface PicturedSystem {
  readonly picture: Picture;
  readonly patches: readonly (Patch & { readonly component: string })[];
}
