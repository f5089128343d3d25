import { describe, expect, it } from "vitest";
import { checkManifests } from "./check-manifests.ts";
import { parseManifests } from "./parse-manifests.ts";
import { installedTarget, publishedApis } from "./testing/published-apis.ts";

const apis = publishedApis();
const target = installedTarget("1.36");

/** Returns the problems of objects, of which those of the given kinds have values that failed to render. */
function check(text: string, incomplete: readonly string[], complete = true): string[] {
  const { manifests } = parseManifests(text, "rendered.yaml");
  const marked = manifests.map((manifest) =>
    incomplete.includes(manifest.id.kind) ? { ...manifest, incomplete: true } : manifest,
  );
  return checkManifests({ target, manifests: marked, apis, complete }).map(({ code, path = "" }) =>
    `${code} ${path}`.trim(),
  );
}

const deployment = (rest: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
${rest}`;

const withoutValues = deployment(`  replicas: many
  selector: { matchLabels: { app: web } }
  template: { spec: { container: [], containers: [{ name: web, envFrom: [{ secretRef: { name: gone } }] }] } }
`);

describe("an incomplete object", () => {
  it("is checked by its present values, not by its missing ones", () => {
    expect(check(withoutValues, ["Deployment"])).toEqual([
      "manifest-wrong-type spec.replicas",
      "manifest-unknown-field spec.template.spec.container",
      "manifest-reference-missing spec.template.spec.containers.web.envFrom.0.secretRef.name",
    ]);
    expect(check(withoutValues, []).length).toBeGreaterThan(4);
  });

  it("satisfies references to any of its keys, labels and ports", () => {
    const others = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { a: "1" }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web, tier: pages }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: v1
kind: Pod
metadata: { name: reader, namespace: shop }
spec:
  containers:
    - name: reader
      image: registry.example.com/reader:1
      env: [{ name: B, valueFrom: { configMapKeyRef: { name: settings, key: b } } }]
`;
    const all = `${withoutValues.replaceAll("envFrom: [{ secretRef: { name: gone } }]", "image: a")}${others}`;
    const across = (incomplete: readonly string[]) =>
      check(all, incomplete).filter((line) => /selector-matches|port-missing|reference/.test(line));
    expect(across([])).toEqual([
      "manifest-selector-matches-nothing spec.selector",
      "manifest-reference-missing spec.containers.reader.env.B.valueFrom.configMapKeyRef.key",
    ]);
    expect(across(["Deployment", "ConfigMap"])).toEqual([]);
  });
});

it("disables reference checks while other objects failed to render", () => {
  const reference = deployment(`  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { serviceAccountName: web, containers: [{ name: web, image: "registry.example.com/web:1" }] }
`);
  expect(check(reference, [])).toHaveLength(1);
  expect(check(reference, [], false)).toEqual([]);
});
