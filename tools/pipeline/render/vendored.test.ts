import { describe, expect, it } from "vitest";
import { giveOrigins, renderFiles } from "./testing/render-files.ts";

const web = `# As shipped
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web }
spec:
  replicas: 1
  template:
    metadata:
      annotations: { "example.com/team": a }
    spec:
      containers:
        - name: web
          image: web
          env:
            - { name: LEVEL, value: info }
        - name: side
          image: "{{ not.an.expression }}"
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
`;
const component = { replicas: { min: 3 }, selector: {}, level: "debug" };

function render(set: { object: string; path: string; value: unknown }[], patches: object[] = []) {
  return renderFiles({
    templates: { "manifests/web.yaml": web },
    picture: { components: { web: component } },
    component: { manifests: ["web.yaml"], set },
    patches: patches.map((patch, index) =>
      giveOrigins({ component: "web", ...patch }, `patch/${index}`),
    ) as never,
  });
}

function deployment(rendered: ReturnType<typeof render>) {
  return rendered.manifests.find(({ id }) => id.kind === "Deployment");
}

describe("vendored manifests", () => {
  it("stand in the namespace with the labels of the system, and are literal otherwise", () => {
    const rendered = render([]);
    expect(rendered.diagnostics).toEqual([]);
    const manifest = deployment(rendered);
    expect(manifest?.object["metadata"]).toEqual({
      name: "web",
      namespace: "shop",
      labels: { app: "web", team: "shop" },
    });
    expect(manifest?.id.namespace).toBe("shop");
    expect(manifest?.component).toBe("web");
    expect(JSON.stringify(manifest?.object)).toContain("{{ not.an.expression }}");
    expect(manifest?.sourceAt(["metadata", "namespace"])).toEqual({
      template: { file: "artefacts/applications/shop/manifests/web.yaml", line: 4, column: 1 },
      origin: { place: { file: "/namespace", line: 1, column: 1 } },
    });
    expect(manifest?.sourceAt(["metadata", "labels", "team"]).origin?.place.file).toBe(
      "/labels/team",
    );
    expect(manifest?.sourceAt(["spec", "replicas"])).toEqual({
      template: { file: "artefacts/applications/shop/manifests/web.yaml", line: 8, column: 13 },
    });
    const role = rendered.manifests.find(({ id }) => id.kind === "ClusterRole");
    expect(role?.object["metadata"]).toEqual({ name: "reader", labels: { team: "shop" } });
  });

  it("are rendered where their component runs, and nowhere else", () => {
    const { manifests } = renderFiles({
      templates: { "manifests/web.yaml": web },
      component: { manifests: ["web.yaml"] },
    });
    expect(manifests).toEqual([]);
  });

  it("take what the application sets, with types, in lists by name, and in new keys of what is there", () => {
    const rendered = render([
      { object: "Deployment/web", path: "spec.replicas", value: "{{component.replicas.min}}" },
      {
        object: "Deployment/web",
        path: "spec.template.spec.containers.web.env.LEVEL.value",
        value: "{{component.level}}",
      },
      {
        object: "Deployment/web",
        path: "spec.template.spec.containers.1.image",
        value: "x-{{component.level}}",
      },
      {
        object: "Deployment/web",
        path: "spec.template.metadata.annotations.example.com/team",
        value: "b",
      },
      {
        object: "Deployment/web",
        path: 'spec.template.metadata.annotations["new.example.com/x"]',
        value: { deep: ["{{component.level}}"] },
      },
      { object: "Deployment/web", path: "spec.paused", value: true },
    ]);
    expect(rendered.diagnostics).toEqual([]);
    const manifest = deployment(rendered);
    expect(manifest?.object["spec"]).toEqual({
      replicas: 3,
      paused: true,
      template: {
        metadata: {
          annotations: { "example.com/team": "b", "new.example.com/x": { deep: ["debug"] } },
        },
        spec: {
          containers: [
            { name: "web", image: "web", env: [{ name: "LEVEL", value: "debug" }] },
            { name: "side", image: "x-debug" },
          ],
        },
      },
    });
    expect(manifest?.sourceAt(["spec", "replicas"])).toEqual({
      template: { file: "application.yaml/components/web/set/0/value", line: 1, column: 1 },
      expression: "component.replicas.min",
      origin: { place: { file: "/components/web/replicas/min", line: 1, column: 1 } },
    });
  });

  it("report a setting that reaches nothing or has no value at its line", () => {
    const { diagnostics } = render([
      { object: "Deployment/wbe", path: "spec.replicas", value: 1 },
      { object: "Deployment/web", path: "spec.strategy.rollingUpdate.maxSurge", value: 1 },
      { object: "Deployment/web", path: "spec.template.spec.containers.gone.image", value: "x" },
      { object: "Deployment/web", path: "spec.replicas", value: "{{component.replicas.mni}}" },
    ]);
    expect(
      diagnostics.map(({ code, at, args }) => [code, at.file, args["suggestion"] ?? args["path"]]),
    ).toEqual([
      ["patch-object-missing", "application.yaml/components/web/set/0/object", "Deployment/web"],
      [
        "patch-path-missing",
        "application.yaml/components/web/set/1/path",
        "spec.strategy.rollingUpdate.maxSurge",
      ],
      [
        "patch-path-missing",
        "application.yaml/components/web/set/2/path",
        "spec.template.spec.containers.gone.image",
      ],
      ["template-value-missing", "application.yaml/components/web/set/3/value", "min"],
    ]);
  });

  it("report a file that is not there at the line that lists it", () => {
    const { diagnostics } = renderFiles({
      templates: { "manifests/web.yaml": web },
      picture: { components: { web: component } },
      component: {
        manifests: ["wbe.yaml"],
        set: [{ object: "Deployment/web", path: "a", value: 1 }],
      },
    });
    expect(diagnostics.map(({ code, at, args }) => [code, at.file, args["known"]])).toEqual([
      ["reference-unknown", "application.yaml/components/web/manifests/0", ["web.yaml"]],
    ]);
  });

  it("report broken YAML and what is no object", () => {
    const { manifests, diagnostics } = renderFiles({
      templates: { "manifests/bad.yaml": "a: 1\n---\nb: [1\n" },
      picture: { components: { web: {} } },
      component: { manifests: ["bad.yaml"] },
    });
    expect(manifests).toEqual([]);
    expect(diagnostics.map(({ code, at }) => [code, at.line])).toEqual([
      ["template-not-an-object", 1],
      ["template-output-syntax", 4],
    ]);
  });
});

describe("patches", () => {
  it("change what is there, take away with null, and are recorded beside what they replaced", () => {
    const rendered = render(
      [],
      [
        { object: "Deployment/web", path: "spec.replicas", value: 9 },
        { object: "Deployment/web", path: "spec.template.spec.containers.side", value: null },
        { object: "Deployment/web", path: "spec.template.metadata.annotations", value: null },
      ],
    );
    expect(rendered.diagnostics).toEqual([]);
    const manifest = deployment(rendered);
    expect(manifest?.object["spec"]).toEqual({
      replicas: 9,
      template: {
        metadata: {},
        spec: {
          containers: [{ name: "web", image: "web", env: [{ name: "LEVEL", value: "info" }] }],
        },
      },
    });
    expect(manifest?.sourceAt(["spec", "replicas"])).toEqual({
      template: { file: "artefacts/applications/shop/manifests/web.yaml", line: 8, column: 13 },
      origin: { place: { file: "patch/0/value", line: 1, column: 1 } },
      patch: { file: "patch/0/value", line: 1, column: 1 },
    });
  });

  it("leave other systems' manifests alone", () => {
    const before = deployment(
      render([], [{ object: "Deployment/web", path: "spec.replicas", value: 9 }]),
    );
    expect(before?.object["spec"]).toMatchObject({ replicas: 9 });
    expect(deployment(render([]))?.object["spec"]).toMatchObject({ replicas: 1 });
  });

  it("change what templates print as well", () => {
    const { manifests } = renderFiles({
      templates: {
        "one.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\ndata: {{values}}\n",
      },
      picture: { values: { "a.b": "1", c: "2" } },
      patches: [
        giveOrigins(
          { component: "web", object: "ConfigMap/one", path: "data.a.b", value: "9" },
          "patch",
        ),
      ] as never,
    });
    expect(manifests[0]?.object["data"]).toEqual({ "a.b": "9", c: "2" });
    expect(manifests[0]?.sourceAt(["data", "c"]).origin?.place.file).toBe("/values/c");
  });

  it("are reported when they reach or change nothing", () => {
    const { diagnostics } = render(
      [],
      [
        { object: "Service/web", path: "spec", value: 1 },
        { object: "Deployment/web", path: "spec.a.b", value: 1 },
        { object: "Deployment/web", path: "spec.replicas", value: 1 },
        { object: "Deployment/web", path: "spec.gone", value: null },
      ],
    );
    expect(diagnostics.map(({ code, at }) => [code, at.file])).toEqual([
      ["patch-object-missing", "patch/0/object"],
      ["patch-path-missing", "patch/1/path"],
      ["patch-reached-nothing", "patch/2/value"],
      ["patch-reached-nothing", "patch/3/value"],
    ]);
  });
});
