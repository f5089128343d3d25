import type { ManifestLayer } from "../../model/estate/estate-files.ts";
import type { PortableFile } from "./facts/portable-files.ts";
import type { Path } from "../../model/origins/origin.ts";
import type { Proof } from "../../model/results/proof.ts";

/** Version of the input's shape; docs/reference/policy-input.md describes it. */
export const policyInputVersion = "altostrata.dev/policy-input/v1" as const;

/** What the rules of scope `target` see: one environment on one target with all its manifests. */
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
  /** What this target does for each system of the environment. */
  readonly systems: Readonly<Record<string, unknown>>;
  readonly vocabulary: Vocabulary;
  /** Regions and domains of targets on continents where the environment's data must not be, with the continent. */
  readonly outside: Readonly<Record<string, string>>;
  /** Parameters of each rule that has some, after all layers of settings. */
  readonly parameters: Parameters;
  readonly resources: readonly PolicyResource[];
  /** Positions in `resources`, by `group/Kind` (`Kind` alone for the core group). */
  readonly byKind: Readonly<Record<string, readonly number[]>>;
  readonly pods: readonly PolicyPod[];
  readonly containers: readonly PolicyContainer[];
  readonly pulls: readonly PolicyPull[];
  /** Scalars that hold something suspicious, so that no rule must walk every manifest. */
  readonly texts: readonly PolicyText[];
}

/** What the rules of scope `environment` see: all targets of one environment, and what it can count on. */
export interface EnvironmentInput {
  readonly apiVersion: typeof policyInputVersion;
  readonly scope: "environment";
  readonly asOf: string;
  /** By name, with the systems that are known as a whole; for scope `environment` there is one. */
  readonly environments: Readonly<Record<string, unknown>>;
  readonly targets: Readonly<Record<string, unknown>>;
  readonly providers: Readonly<Record<string, unknown>>;
  readonly applications: Readonly<Record<string, unknown>>;
  /** Milliseconds of a round trip by its start and its end, as latency.csv names them. */
  readonly latency: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Where each system runs: one entry per environment, target and system. */
  readonly placements: readonly unknown[];
  readonly parameters: Parameters;
  /** Over all targets, manifests of which the metadata of a rule of the scope `reads` something: that is their `object`. */
  readonly resources: readonly PlacedResource[];
}

/** What the rules of scope `estate` see: everything declared, once per run. */
export interface EstateInput extends Omit<EnvironmentInput, "scope"> {
  readonly scope: "estate";
  readonly images: Readonly<Record<string, unknown>>;
  /** Who hosts the way from source to target, as images.yaml says. */
  readonly supply: Readonly<Record<string, unknown>>;
  readonly portableFiles: readonly PortableFile[];
  readonly rules: Readonly<
    Record<
      string,
      {
        readonly scope: string;
        readonly title: string;
        /** Families of kinds (`policies/coverage.yaml`) that the rule looks at. */
        readonly families: readonly string[];
      }
    >
  >;
  /** How many things each rule of the other scopes looked at, over all environments. */
  readonly considered: Readonly<Record<string, number>>;
  /** What is proven to work at which provider; absent when only a part of the estate was judged. */
  readonly proofs?: readonly Proof[];
  /** Those that name images stand here too, without an object unless a rule reads some of it. */
  readonly resources: readonly PlacedResource[];
  /** The images that each system of an environment names; on several targets with the same title, the first. */
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

/** The pod that a workload starts, whatever the workload's kind. */
export interface PolicyPod {
  readonly resource: number;
  /** Path of the pod's spec in the input. */
  readonly path: Path;
  /** Kind of the workload, and its identity, repeated here because wasm has no join indexes. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly layer: ManifestLayer;
  readonly system?: string;
  readonly component?: string;
  /** As declared; 1 where the kind has none; the autoscaler's floor where one scales it. */
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
  /** Position in `pods`. */
  readonly pod: number;
  readonly path: Path;
  readonly type: "container" | "init" | "ephemeral";
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly image?: PolicyImage;
  /** Cores and bytes; absent where nothing is declared or it is no quantity. */
  readonly requests: { readonly cpu?: number; readonly memory?: number };
  readonly limits: { readonly cpu?: number; readonly memory?: number };
}

/** The parts of an image reference; `tag` and `digest` are absent when the reference has none. */
export interface PolicyImage {
  readonly reference: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** One image that is pulled because a manifest names it: by a container, by a volume, or by an operator for its pods. */
export interface PolicyPull {
  readonly resource: number;
  /** Path of the reference in the input. */
  readonly path: Path;
  /** What a message calls the one who pulls it, such as `init container schema` or `volume models`. */
  readonly title: string;
  readonly image: PolicyImage;
}

export interface PolicyText {
  readonly resource: number;
  readonly path: Path;
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/** Why a scalar stands in `texts`. */
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
  /** Annotation prefixes and API groups that a provider's folder names as surfaces of lock-in. */
  readonly surfaces: readonly string[];
  readonly images: readonly string[];
}
