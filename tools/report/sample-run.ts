import type { Diagnostic, Finding, Place, RunResult } from "@altostrata/pipeline";

const at = (file: string, line: number, column: number): Place => ({ file, line, column });
const worker = "environments/production/apim/workers/aws-frankfurt.yaml";

const diagnostics: readonly Diagnostic[] = [
  {
    code: "schema-unknown-key",
    at: at("environments/production/environment.yaml", 4, 1),
    args: { key: "teir", where: "", suggestion: "tier", allowed: ["owners", "tier"] },
  },
  {
    code: "reference-unknown",
    at: at("environments/production/apim/system.yaml", 6, 9),
    args: {
      what: "target",
      name: "onprem-frankfrut",
      known: ["aws-frankfurt", "onprem-frankfurt"],
    },
    environment: "production",
  },
  ...["aws-frankfurt", "gcp-belgium"].map((target): Diagnostic => ({
    code: "template-value-missing",
    at: at("artefacts/platform/templates/system/namespace.yaml.hbs", 3, 9),
    args: { expression: "environment.teir", known: ["name", "tier"] },
    environment: "production",
    target,
  })),
  {
    code: "schema-wrong-format",
    at: at(worker, 9, 5),
    args: { where: "components", found: "\u001b[2J\u202egateway", wanted: "lower-case letters" },
  },
  {
    code: "schema-wrong-format",
    at: at(worker, 12, 5),
    args: { where: "components", found: "B", wanted: "lower-case letters" },
  },
  {
    code: "waiver-rule-renamed",
    at: at("environments/production/waivers.yaml", 5, 11),
    args: { rule: "SEC-001", now: "SEC-101" },
  },
];

const finding: Finding = {
  rule: "SEC-012",
  title: "An image without a digest can change under the same tag",
  severity: "high",
  action: "deny",
  message: "image shop/web:1.2 has no digest",
  remediation: "Run `alto images resolve --write`.",
  environment: "production",
  target: "aws-frankfurt",
  object: "Deployment/apim/gateway",
  path: ["spec", "template", "spec", "containers", 0, "image"],
  at: at("artefacts/images.yaml", 8, 13),
  source: {
    template: at("artefacts/applications/wso2-apim/templates/gateway/deployment.yaml.hbs", 20, 18),
    expression: "component.images.main",
  },
  fingerprint: "a1",
};

/** A small run with one of everything that reports show, for the golden tests. */
export const sampleRun: RunResult = {
  asOf: "2026-11-24",
  desiredState: {
    providers: [],
    targets: [],
    applications: [],
    environments: [],
    templates: [],
    kubernetesSchemas: [],
    addonSchemas: [],
  },
  targets: ["aws-frankfurt", "gcp-belgium"].map((target) => ({
    environment: "production",
    target,
    provider: target.slice(0, 3),
    kubernetes: { version: "1.35", ...(target === "gcp-belgium" ? { next: "1.36" } : {}) },
    systems: [],
    manifests: 2,
  })),
  diagnostics,
  findings: [
    finding,
    { ...finding, target: "gcp-belgium", fingerprint: "a2" },
    { ...finding, rule: "SEC-020", action: "warn", message: "runs as root", fingerprint: "b" },
    {
      ...finding,
      rule: "LCK-003",
      fingerprint: "c",
      waiver: {
        at: at("environments/production/waivers.yaml", 9, 5),
        owner: "@example/platform",
        expires: "2027-02-01",
        reason: "moves next quarter",
      },
    },
  ],
  considered: { "SEC-020": 4, "SEC-012": 4 },
  proofs: [],
};
