import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleEstate } from "./sample-estate.ts";

const repository = join(import.meta.dirname, "../../..");

/** A template with findings of several rules. */
export const faultyDeployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{component.workload.name}}
  namespace: {{namespace}}
  labels: {{component.labels}}
spec:
  replicas: {{component.replicas.min}}
  selector: { matchLabels: {{component.selector}} }
  template:
    metadata: { labels: {{component.labels}} }
    spec:
      hostNetwork: true # to see the node
      containers:
        # the shop itself
        - name: {{component.name}}
          image: {{component.images.main}}
          securityContext:
            privileged: true
`;

/** A small production estate that renders and has findings, with the rules of this repository. */
export function estateWithRules(): Record<string, string | Buffer> {
  const copies = [
    "artefacts/kubernetes/1.36.json",
    "policies/bundle/digests.json",
    "policies/bundle/policy.wasm",
    "policies/bundle/rules.json",
    "policies/settings/default.yaml",
    "policies/settings/development.yaml",
  ];
  return {
    ...sampleEstate,
    ...Object.fromEntries(copies.map((path) => [path, copyOf(path)])),
    "artefacts/applications/shop/templates/web/deployment.yaml.hbs": faultyDeployment,
    "environments/dev/environment.yaml": (
      sampleEstate["environments/dev/environment.yaml"] ?? ""
    ).replace("development", "production"),
  };
}

function copyOf(path: string): string | Buffer {
  const bytes = readFileSync(join(repository, path));
  return path.endsWith(".wasm") ? bytes : bytes.toString();
}
