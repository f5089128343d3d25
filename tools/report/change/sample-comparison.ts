import type { Comparison, ObjectChange } from "@altostrata/pipeline";

const side = { manifests: 0, diagnostics: 0, findings: 0, waived: 0 };

/** A comparison with the given number of environments and of changes in each; all its texts are `text`. */
export function sampleComparison({
  environments = 2,
  changes = 3,
  text = "gateway",
}: { environments?: number; changes?: number; text?: string } = {}): Comparison {
  const places = Array.from({ length: environments }, (_, index) => ({
    environment: `${text}-${index}`,
    target: `aws-${text}`,
  }));
  return {
    schemaVersion: 1,
    asOf: "2026-11-24",
    base: { label: "main", commit: "a".repeat(40), ...side },
    head: { label: text, commit: "b".repeat(40), ...side },
    targets: places.map((place) => ({
      ...place,
      tier: "production",
      provider: "aws",
      presence: "kept",
      added: 0,
      changed: changes,
      removed: 0,
      renamed: 0,
      classes: ["restart"],
    })),
    unchangedTargets: 3,
    unread: [],
    changes: Array.from({ length: changes }, (_, index) => sampleChange(index, { text, places })),
    topology: places.map(({ environment }) => ({
      environment,
      system: "apim",
      what: "weight-changed",
      target: text,
      base: "0%",
      head: "20%",
    })),
    graphs: [],
    diagnostics: [],
    findings: { new: [], eased: [], fixed: [], unchanged: 4 },
    images: [],
    parity: [],
    owners: places.map(({ environment }) => ({
      owner: `@example/${environment}`,
      because: [{ kind: "environment", name: environment }],
    })),
    redacted: 0,
  };
}

function sampleChange(
  index: number,
  { text, places }: { text: string; places: ObjectChange["places"] },
): ObjectChange {
  const object = (replicas: number) => ({
    kind: "Deployment",
    metadata: { name: `${text}-${index}`, annotations: { note: text } },
    spec: { replicas },
  });
  return {
    change: "changed",
    object: {
      group: "apps",
      version: "v1",
      kind: "Deployment",
      namespace: "apim",
      name: `${text}-${index}`,
    },
    classes: index === 0 ? ["recreation", "restart"] : ["scale"],
    reversibility: "free",
    digest: `${text} ${index}`,
    reasons: [{ class: "scale", code: "changes-replicas", path: ["spec", "replicas"] }],
    fields: [{ path: ["spec", "replicas"], change: "changed", base: 1, head: 2 }],
    base: object(1),
    head: object(2),
    places,
    exceptions: [{ environment: "other", target: text, why: "differs" }],
    causes: [{ file: "environments/production/apim/master.yaml", line: 5, column: 3 }],
  };
}
