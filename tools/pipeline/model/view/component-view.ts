import type { Application, ApplicationComponent } from "../kinds/application.ts";

export interface ComponentView {
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
  /** Every declared parameter with its merged value. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Full image references by the application's names for them. */
  readonly images: Readonly<Record<string, string>>;
  readonly ports: readonly {
    readonly name: string;
    readonly port: number;
    readonly protocol: string;
    readonly appProtocol?: string;
  }[];
  readonly metrics?: { readonly port: string; readonly path: string };
  /** The addressed replicas; one instance with the component's name for other components. */
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
  /** Routes of the application to this component. */
  readonly routes: readonly RouteView[];
  /** Ports that other targets call, rendered as one LoadBalancer Service per instance; absent if there are none. */
  readonly exposed?: {
    readonly ports: readonly string[];
    readonly sourceRanges: readonly string[];
    /** Shared name of all instances for other targets. */
    readonly host: string;
  };
}

/** How replicas scale. `fixed`: no autoscaler; `cpu`: HPA; `burst`: KEDA on the master's metrics. */
export interface Scaling {
  readonly kind: "fixed" | "cpu" | "burst";
  readonly min: number;
  readonly max: number;
  /** For `burst`: the metrics address on the master, the declared threshold and the threshold per replica. */
  readonly trigger?: {
    readonly address: string;
    readonly query: string;
    readonly threshold: number;
    readonly perReplica: number;
    readonly forSeconds: number;
    /** Secret (`username`, `password`, `ca.crt`) for the autoscaler's login. */
    readonly secret?: string;
  };
}

/** One replica with its own name. */
export interface Instance {
  /** `gateway`, or `control-plane-1` for an addressed component. */
  readonly name: string;
  readonly ordinal: number;
  readonly selector: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Address inside the target. */
  readonly host: string;
  /** Address for other targets, if the component is exposed. */
  readonly publicHost?: string;
}

/** One NetworkPolicy rule, ready to print: peers and ports in Kubernetes' form. */
export interface NetworkRule {
  readonly purpose: string;
  readonly peers: readonly Readonly<Record<string, unknown>>[];
  readonly ports: readonly { readonly protocol: string; readonly port: number }[];
}

export interface RouteView {
  readonly name: string;
  readonly hostName: string;
  /** An additional name that only this target has, for DNS routing and health checks. */
  readonly targetHostName: string;
  readonly path: string;
  readonly port: number;
  readonly portName: string;
  readonly tls: Application["routes"][number]["tls"];
}
