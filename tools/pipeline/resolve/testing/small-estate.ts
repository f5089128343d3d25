import type { DesiredState, Price, TargetState } from "../../model/estate/desired-state.ts";
import type { Application, ApplicationComponent } from "../../model/kinds/application.ts";
import type { Datasource } from "../../model/kinds/datasources.ts";
import type { Environment } from "../../model/kinds/environment.ts";
import type { Master, Worker } from "../../model/kinds/master-worker.ts";
import type { Provider } from "../../model/kinds/provider.ts";
import type { System } from "../../model/kinds/system.ts";
import { indexEstate, type EstateIndex } from "../estate-index.ts";
import { topologyOf, type Member, type Topology } from "../topology.ts";

const apiVersion = "altostrata.dev/v1alpha1";

/** The parts of a small estate that a test sets; everything else has a valid default. */
export interface Parts {
  readonly environment?: Partial<Environment>;
  readonly application?: Partial<Application>;
  readonly system?: Partial<System>;
  readonly master?: Master["components"];
  /** Workers by target. */
  readonly workers?: Readonly<Record<string, Partial<Worker>>>;
  readonly datasources?: Readonly<Record<string, Datasource>>;
  readonly capabilities?: Provider["capabilities"];
  readonly prices?: readonly Price[];
}

export interface SmallEstate {
  readonly desiredState: DesiredState;
  readonly index: EstateIndex;
  readonly topology: Topology;
  readonly member: (target: string) => Member;
}

/** Builds one system of an application with two components: `aws-1` leads, `gcp-1` is a worker. */
export function smallEstate(parts: Parts = {}): SmallEstate {
  const desiredState = stateOf(parts);
  const index = indexEstate(desiredState);
  const [environment] = desiredState.environments;
  const [system] = environment?.systems ?? [];
  const topology = environment && system && topologyOf(environment, system, index);
  if (!topology) throw new Error("the parts give no complete system");
  return {
    desiredState,
    index,
    topology,
    member: (name) => {
      const found = topology.members.find(({ target }) => target.name === name);
      if (!found) throw new Error(`${name} is not a member`);
      return found;
    },
  };
}

/** Returns a component with a port `http` and the given differences. */
export function component(differences: Partial<ApplicationComponent> = {}): ApplicationComponent {
  return {
    role: "runtime",
    workload: "Deployment",
    images: {},
    ports: { http: { port: 8080 } },
    defaults: { replicas: 1, resources: { cpu: "1", memory: "1Gi" } },
    capacity: "unknown",
    ...differences,
  };
}

/** Returns a datasource of one instance at the master, backed up at `gcp-1`, with the given differences. */
export function datasource(differences: Partial<Datasource> = {}): Datasource {
  return {
    engine: { kind: "postgresql", version: 17, via: "cloudnative-pg" },
    databases: ["shop"],
    instances: 1,
    resources: { cpu: "1", memory: "1Gi" },
    storage: { size: "10Gi" },
    replication: { kind: "single" },
    rpo: { "loss-of-target": "1m", corruption: "1h" },
    backup: { to: "gcp-1", every: "1h", keep: "7d" },
    ...differences,
  };
}

/** Returns the address range that only this target uses for outgoing traffic. */
export function egressOf(target: string): string {
  return `192.0.2.${targetNames.indexOf(target)}/32`;
}

/** Returns the address range of the load balancers of this target. */
export function ingressOf(target: string): string {
  return `198.51.100.${targetNames.indexOf(target)}/32`;
}

const targetNames: readonly string[] = ["aws-1", "aws-2", "gcp-1", "onprem-1", "constructor"];
const providerNames = ["aws", "gcp", "onprem"];

function stateOf(parts: Parts): DesiredState {
  return {
    providers: providerNames.map((name) => ({
      name,
      file: `clouds/${name}/provider.yaml`,
      value: providerOf(name, parts.capabilities),
    })),
    targets: targetNames.map(targetOf),
    applications: [
      {
        name: parts.system?.application ?? "shop",
        file: "application.yaml",
        value: applicationOf(parts.application),
      },
    ],
    engines: [
      {
        name: "cloudnative-pg",
        file: "engine.yaml",
        value: {
          apiVersion,
          kind: "Engine",
          title: "CloudNativePG",
          ports: { query: 5432 },
          clusterLabel: "cnpg.io/cluster",
        },
      },
    ],
    prices: [{ name: "aws", file: "clouds/aws/prices.csv", value: parts.prices ?? [] }],
    environments: [environmentOf(parts)],
    templates: [],
    kubernetesSchemas: [],
    addonSchemas: [],
  };
}

function providerOf(name: string, capabilities: Provider["capabilities"] = {}): Provider {
  return {
    apiVersion,
    kind: "Provider",
    title: name,
    distribution: name,
    capabilities: { "object-storage": { protocol: "s3" }, ...capabilities },
    lockIn: [],
    serviceLevels: [],
  };
}

function targetOf(name: string, byte: number): TargetState {
  const provider = providerNames.find((prefix) => name.startsWith(prefix)) ?? "onprem";
  return {
    name,
    provider,
    file: `clouds/${provider}/targets/${name}.yaml`,
    infrastructure: {
      name,
      file: `clouds/${provider}/targets/${name}.outputs.json`,
      value: { buckets: { backup: { url: `s3://${name}/` } } },
    },
    value: {
      apiVersion,
      kind: "Target",
      region: `${provider}-region`,
      metro: "paris",
      country: "FR",
      continent: "europe",
      kubernetes: { version: "1.36" },
      addons: {},
      nodes: { type: "large", max: 10, zones: ["a"] },
      networks: {
        pods: `10.${10 * byte}.0.0/16`,
        services: `10.${10 * byte + 1}.0.0/16`,
        nodes: `10.${10 * byte + 2}.0.0/16`,
        egress: [egressOf(name)],
        ingress: [ingressOf(name)],
        kubernetesApi: [`10.${10 * byte + 3}.0.0/28`],
        objectStorage: [`203.0.113.${byte}/32`],
      },
      domain: `${name}.example.com`,
    },
  };
}

function applicationOf(differences: Partial<Application> = {}): Application {
  return {
    apiVersion,
    kind: "Application",
    title: "Shop",
    version: "1.0.0",
    components: { web: component(), console: component({ role: "management" }) },
    flows: [],
    routes: [],
    ...differences,
  };
}

function environmentOf(parts: Parts): DesiredState["environments"][number] {
  const file = "environments/production/shop/system.yaml";
  const listed = { web: {}, console: {} };
  const { workers = { "gcp-1": { components: { web: {} } } } } = parts;
  return {
    name: "production",
    file: "environments/production/environment.yaml",
    value: {
      apiVersion,
      kind: "Environment",
      tier: "production",
      owners: ["@example/shop"],
      residency: ["europe"],
      ...parts.environment,
    },
    systems: [
      {
        name: "shop",
        file,
        environment: "production",
        value: systemOf(parts.system),
        master: {
          name: "master",
          file: file.replace("system", "master"),
          value: { apiVersion, kind: "Master", components: parts.master ?? listed },
        },
        workers: Object.entries(workers).map(([name, worker]) => ({
          name,
          file: file.replace("system", `workers/${name}`),
          value: { apiVersion, kind: "Worker", state: "serving", components: {}, ...worker },
        })),
        ...(parts.datasources && {
          datasources: {
            name: "datasources",
            file: file.replace("system", "datasources"),
            value: { apiVersion, kind: "Datasources", datasources: parts.datasources },
          },
        }),
      },
    ],
  };
}

function systemOf(differences: Partial<System> = {}): System {
  return {
    apiVersion,
    kind: "System",
    application: "shop",
    owners: ["@example/shop"],
    master: "aws-1",
    patterns: {},
    objectives: { availability: "99.9%", rto: "1h", budgetPerMonth: "100 USD" },
    consumers: [
      {
        name: "users",
        metro: "paris",
        requestsPerSecond: { usual: 10, peak: 20 },
        payload: "1KiB",
        latency: { median: "100ms" },
      },
    ],
    hosts: { public: "shop.example.com" },
    traffic: { host: "public", routing: "weighted", ttl: "1m", dns: "aws" },
    ...differences,
  };
}
