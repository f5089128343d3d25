import type { Binding, LeavingFact, LockInFacts } from "./lock-in-facts.ts";

const leaving: LeavingFact = {
  dayRate: 1000,
  currency: "USD",
  redeploy: { least: 0.25, most: 0.5 },
  megabitsPerSecond: 1000,
  windowHours: 720,
  perYear: { least: 0.01, most: 0.05 },
  date: "2026-11-01",
};

const at = { file: "clouds/aws/templates/component/service-account.yaml.hbs", line: 7, column: 5 };

/** A binding of one component to a surface of aws with an effort of one to four days. */
export const sampleBinding: Binding = {
  environment: "production",
  system: "shop",
  component: "web",
  provider: "aws",
  surface: "roles",
  facet: "identity",
  tier: 2,
  effort: { least: 1, most: 4 },
  assumed: false,
  exit: "write the identity of the other provider",
  alternatives: ["workload identity"],
  at,
};

/** A small environment: one system at two providers, with one component proven at both. */
export const sampleFacts: LockInFacts = {
  catalogue: "aws@1 gcp@1",
  asOf: "2026-11-24",
  components: [
    {
      environment: "production",
      system: "shop",
      component: "jobs",
      weight: 4,
      provenAt: ["aws"],
      cpus: { aws: 1 },
    },
    {
      environment: "production",
      system: "shop",
      component: "web",
      weight: 4,
      provenAt: ["aws", "gcp"],
      cpus: { aws: 2, gcp: 1 },
    },
  ],
  bindings: [
    { ...sampleBinding, component: "jobs" },
    { ...sampleBinding, proof: "gcp", provenIn: { environment: "staging", target: "gcp-iowa" } },
    { ...sampleBinding, component: "", surface: "queue", tier: 4, assumed: true },
  ],
  stores: [
    {
      environment: "production",
      system: "shop",
      datasource: "orders",
      provider: "aws",
      gigabytes: 450,
      price: { perGigabyte: 0.09, kind: "list" },
    },
  ],
  systems: [
    {
      environment: "production",
      system: "shop",
      weight: 4,
      master: "aws",
      edge: { aws: 0.75, gcp: 0.25 },
      dependsOn: ["aws"],
      plans: { aws: { rehearsed: "2026-06-01", took: 6 } },
    },
  ],
  providers: { aws: leaving, gcp: leaving },
  options: {
    templates: { aws: { files: 4, lines: 90 }, gcp: { files: 5, lines: 120 } },
    targets: [
      {
        target: "aws-ireland",
        provider: "aws",
        perMonth: 73,
        kind: "assumed",
        environments: 2,
        standbyCpus: 0,
      },
      { target: "gcp-iowa", provider: "gcp", environments: 1, standbyCpus: 4 },
    ],
  },
};
