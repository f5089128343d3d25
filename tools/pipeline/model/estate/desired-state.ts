import type { FileKind, SchemaFile, TemplateFile } from "./estate-files.ts";
import type { Application } from "../kinds/application.ts";
import type { Datasources } from "../kinds/datasources.ts";
import type { Engine } from "../kinds/engine.ts";
import type { Environment } from "../kinds/environment.ts";
import type { Images } from "../kinds/images.ts";
import type { Master, Worker } from "../kinds/master-worker.ts";
import type { Provider } from "../kinds/provider.ts";
import type { Secrets } from "../kinds/secrets.ts";
import type { System } from "../kinds/system.ts";
import type { Target } from "../kinds/target.ts";
import type { Waivers } from "../kinds/waivers.ts";

/** A checked file: its name from the path, its path, and its value, whose origins lead to lines. */
export interface Named<Value> {
  readonly name: string;
  readonly file: string;
  readonly value: Value;
}

export interface TargetState extends Named<Target> {
  readonly provider: string;
  /** `<target>.outputs.json`: what infrastructure code created, such as role names, zone IDs and buckets. */
  readonly infrastructure?: Named<Readonly<Record<string, unknown>>>;
}

export interface SystemState extends Named<System> {
  readonly environment: string;
  readonly master?: Named<Master>;
  readonly workers: readonly Named<Worker>[];
  readonly datasources?: Named<Datasources>;
  readonly secrets?: Named<Secrets>;
}

export interface EnvironmentState extends Named<Environment> {
  readonly waivers?: Named<Waivers>;
  /** Rules named by invalid waivers, or `all`: it is unknown whether their findings are waived. */
  readonly unreadWaivers?: readonly string[] | "all";
  readonly systems: readonly SystemState[];
}

/** A file left out of the desired state, and what it would have been by its path. */
export interface UnsoundFile {
  readonly file: string;
  readonly kind: FileKind;
  readonly names: Readonly<Record<string, string>>;
}

/** A row of a provider's prices.csv. */
export interface Price {
  readonly item: string;
  readonly region: string;
  readonly unit: string;
  readonly price: number;
  readonly currency: string;
  readonly kind: "list" | "derived" | "assumed" | "measured" | "estimated";
  readonly source: string;
  readonly date: string;
}

/** A row of latency.csv: a round trip from a region or a consumers' metro to a region. */
export interface Latency {
  readonly from: string;
  readonly to: string;
  readonly median_ms: number;
  readonly kind: "measured" | "estimated";
  readonly source: string;
  readonly date: string;
}

/** The result of the schema step: only valid files, each list sorted by name. */
export interface DesiredState {
  readonly providers: readonly Named<Provider>[];
  readonly targets: readonly TargetState[];
  readonly applications: readonly Named<Application>[];
  /** How databases are reached, by `engine.via` of a datasource. */
  readonly engines?: readonly Named<Engine>[];
  readonly images?: Named<Images>;
  /** By provider. */
  readonly prices?: readonly Named<readonly Price[]>[];
  readonly latency?: Named<readonly Latency[]>;
  readonly environments: readonly EnvironmentState[];
  readonly templates: readonly TemplateFile[];
  readonly kubernetesSchemas: readonly SchemaFile[];
  readonly addonSchemas: readonly SchemaFile[];
  /** Existing but invalid files. A reference to what they would declare is not reported again. */
  readonly unsound?: readonly UnsoundFile[];
}
