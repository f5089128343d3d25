import type { ManifestLayer } from "../../model/estate/estate-files.ts";
import type { PortableFile } from "./facts/portable-files.ts";
import type { Path } from "../../model/origins/origin.ts";
import type { Proof } from "../../model/results/proof.ts";

/** The version of the input's shape, described in docs/reference/policy-input.md. */
export const policyInputVersion = "altostrata.dev/policy-input/v1" as const;

/** The input of the rules of scope `target`: one environment on one target with all its manifests. */
export interface TargetInput {
  readonly apiVersion: typeof policyInputVersion;
  readonly scope: "target";
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly environment: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly tier: Tier;
  };
  readonly target: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly provider: string;
  };
  readonly provider: Readonly<Record<string, unknown>> & { readonly name: string };
  /** The role of this target in each system of the environment. */
  readonly systems: Readonly<Record<string, unknown>>;
  readonly vocabulary: Vocabulary;
  /** Regions and domains of targets outside the environment's residency, with their continent. */
  readonly outside: Readonly<Record<string, string>>;
  /** The parameters of each rule that declares some, after all layers of settings. */
  readonly parameters: Parameters;
  readonly resources: readonly PolicyResource[];
  /** Positions in `resources`, by `group/Kind` (`Kind` alone for the core group). */
  readonly byKind: Readonly<Record<string, readonly number[]>>;
  readonly pods: readonly PolicyPod[];
  readonly containers: readonly PolicyContainer[];
  readonly pulls: readonly PolicyPull[];
  /** Suspicious scalars, so that no rule must walk every manifest. */
  readonly texts: readonly PolicyText[];
}

/** The input of the rules of scope `environment`: all targets of one environment, and the facts it can rely on. */
export interface EnvironmentInput {
  readonly apiVersion: typeof policyInputVersion;
  readonly scope: "environment";
  readonly asOf: string;
  /** By name, with the completely rendered systems; for scope `environment` there is one. */
  readonly environments: Readonly<Record<string, unknown>>;
  readonly targets: Readonly<Record<string, unknown>>;
  readonly providers: Readonly<Record<string, unknown>>;
  readonly applications: Readonly<Record<string, unknown>>;
  /** Milliseconds of a round trip by start and end, with the names of latency.csv. */
  readonly latency: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Where each system runs: one entry per environment, target and system. */
  readonly placements: readonly unknown[];
  readonly parameters: Parameters;
  /** The manifests of all targets that a rule of the scope `reads`; `object` holds only the fields that it reads. */
  readonly resources: readonly PlacedResource[];
}

/** The input of the rules of scope `estate`: all declarations, once per run. */
export interface EstateInput extends Omit<EnvironmentInput, "scope"> {
  readonly scope: "estate";
  readonly images: Readonly<Record<string, unknown>>;
  /** The hosts between source and target, from images.yaml. */
  readonly supply: Readonly<Record<string, unknown>>;
  readonly portableFiles: readonly PortableFile[];
  readonly rules: Readonly<
    Record<
      string,
      {
        readonly scope: string;
        readonly title: string;
        /** The families of kinds (`policies/coverage.yaml`) that the rule covers. */
        readonly families: readonly string[];
      }
    >
  >;
  /** The number of things that each rule of the other scopes examined, in all environments. */
  readonly considered: Readonly<Record<string, number>>;
  /** The components proven to work at each provider; absent if only a part of the estate was evaluated. */
  readonly proofs?: readonly Proof[];
  /** Includes manifests that only name images, without an object. */
  readonly resources: readonly PlacedResource[];
  /** The images of each system of an environment. If several targets share a title, only the first counts. */
  readonly pulls: readonly PolicyPull[];
}

/** A manifest among those of several targets. */
interface PlacedResource extends Omit<PolicyResource, "object"> {
  readonly environment: string;
  readonly target: string;
  readonly object?: PolicyResource["object"];
}

export type Tier = "development" | "staging" | "production";
export type Parameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface PolicyResource {
  /** `Kind/namespace/name`, or `Kind/name`. */
  readonly id: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly layer: ManifestLayer;
  readonly system?: string;
  readonly component?: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** The pod of a workload of any kind. */
export interface PolicyPod {
  readonly resource: number;
  /** The path of the pod's spec in the input. */
  readonly path: Path;
  /** The kind and identity of the workload, repeated here because wasm has no join indexes. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly layer: ManifestLayer;
  readonly system?: string;
  readonly component?: string;
  /** The declared replicas, 1 for kinds without replicas, or the minimum of an autoscaler. */
  readonly replicas: number;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly annotations: Readonly<Record<string, unknown>>;
  /** The pod's spec without its container lists. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Positions in `resources` of the objects that select this pod. */
  readonly selectedBy: {
    readonly services: readonly number[];
    readonly disruptionBudgets: readonly number[];
    readonly networkPolicies: readonly number[];
  };
}

export interface PolicyContainer {
  readonly resource: number;
  /** The position in `pods`. */
  readonly pod: number;
  readonly path: Path;
  readonly type: "container" | "init" | "ephemeral";
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly image?: PolicyImage;
  /** Cores and bytes; absent if undeclared or invalid. */
  readonly requests: { readonly cpu?: number; readonly memory?: number };
  readonly limits: { readonly cpu?: number; readonly memory?: number };
}

/** The parts of an image reference; `tag` and `digest` are absent if the reference has none. */
export interface PolicyImage {
  readonly reference: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** An image that a manifest pulls: by a container, by a volume, or by an operator for its pods. */
export interface PolicyPull {
  readonly resource: number;
  /** The path of the reference in the input. */
  readonly path: Path;
  /** The name of the puller in messages, such as `init container schema` or `volume models`. */
  readonly title: string;
  readonly image: PolicyImage;
}

export interface PolicyText {
  readonly resource: number;
  readonly path: Path;
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/** Why a scalar is in `texts`. */
export type TextMark =
  | "unrendered"
  | "credential"
  | "cloud-identifier"
  | "region"
  | "outside-residency";

/** Names that only some providers know, collected from the folders of all providers. */
export interface Vocabulary {
  readonly storageClasses: readonly string[];
  readonly gatewayClasses: readonly string[];
  readonly regions: readonly string[];
  /** Annotation prefixes and API groups that a provider's folder lists as lock-in surfaces. */
  readonly surfaces: readonly string[];
  readonly images: readonly string[];
}
