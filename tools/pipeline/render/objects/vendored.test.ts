import { describe, expect, it } from "vitest";
import { renderFiles } from "../testing/render-files.ts";
import { component, deployment, renderWeb, web } from "../testing/web-fixture.ts";

describe("vendored manifests", () => {
  it("stand in the namespace with the labels of the system, and are literal otherwise", () => {
    const rendered = renderWeb([]);
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

  it("stand in the namespace when nobody describes their kind, and beside all namespaces only when it is known", () => {
    const objects = ["example.com/v1 Namespace", "example.com/v1 Thing", "v1 ClusterRole"];
    const texts = objects.map((object) => {
      const [apiVersion, kind] = object.split(" ");
      return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: one }\n`;
    });
    const { manifests } = renderFiles({
      templates: { "manifests/all.yaml": texts.join("---\n") },
      view: { components: { web: component } },
      component: { manifests: ["all.yaml"] },
    });
    expect(manifests.map(({ id }) => [id.kind, id.namespace])).toEqual([
      ["ClusterRole", ""],
      ["Namespace", "shop"],
      ["Thing", "shop"],
    ]);
  });

  it("are rendered where their component runs, and nowhere else", () => {
    const { manifests } = renderFiles({
      templates: { "manifests/web.yaml": web },
      component: { manifests: ["web.yaml"] },
    });
    expect(manifests).toEqual([]);
  });

  it("take what the application sets, with types, in lists by name, and in new keys of what is there", () => {
    const rendered = renderWeb([
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
    const { diagnostics } = renderWeb([
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

  it("leave out what the application removes, where its expression is true", () => {
    const path = "spec.replicas";
    const replicas = { object: "Deployment/web", path };
    const removed = (when?: string) => {
      const remove = [{ ...replicas, ...(when !== undefined && { when }) }];
      const set = [{ ...replicas, value: 7 }];
      const { manifests, diagnostics } = renderFiles({
        templates: { "manifests/web.yaml": web },
        view: { components: { web: component } },
        component: { manifests: ["web.yaml"], set, remove },
      });
      const manifest = manifests.find(({ id }) => id.kind === "Deployment");
      return {
        spec: manifest?.object["spec"],
        source: manifest?.sourceAt(["spec", "replicas"]),
        diagnostics,
      };
    };
    expect(removed().spec).not.toHaveProperty("replicas");
    expect(removed().source?.template.file).toBe("application.yaml/components/web/remove/0/path");
    expect(removed('{{ne component.level "debug"}}').spec).toHaveProperty("replicas", 7);
    expect(removed('{{eq component.level "debug"}}').spec).not.toHaveProperty("replicas");
    expect(removed("{{component.lvl}}").diagnostics.map(({ code, at }) => [code, at.file])).toEqual(
      [["template-value-missing", "application.yaml/components/web/remove/0/when"]],
    );
  });

  it("report a removal that reaches nothing, whether it counts here or not", () => {
    const { diagnostics } = renderFiles({
      templates: { "manifests/web.yaml": web },
      view: { components: { web: component } },
      component: {
        manifests: ["web.yaml"],
        remove: [
          { object: "Deployment/wbe", path: "spec.replicas" },
          {
            object: "Deployment/web",
            path: "spec.replica",
            when: '{{ne component.level "debug"}}',
          },
        ],
      },
    });
    expect(diagnostics.map(({ code, at }) => [code, at.file])).toEqual([
      ["patch-object-missing", "application.yaml/components/web/remove/0/object"],
      ["patch-path-missing", "application.yaml/components/web/remove/1/path"],
    ]);
  });

  it("keep the sources of list elements that move up when one is taken away", () => {
    const rendered = renderWeb(
      [
        {
          object: "Deployment/web",
          path: "spec.template.spec.containers.side.image",
          value: "new",
        },
      ],
      [{ object: "Deployment/web", path: "spec.template.spec.containers.web", value: null }],
    );
    expect(rendered.diagnostics).toEqual([]);
    const manifest = deployment(rendered);
    const containers = ["spec", "template", "spec", "containers"];
    expect(manifest?.sourceAt([...containers, 0, "image"]).template.file).toContain("/set/0/value");
    expect(manifest?.sourceAt([...containers, 0, "name"]).template.line).toBe(18);
  });

  it("are not judged by what is set in a file that is not there: resolve has named it", () => {
    const { diagnostics, lacksObjects } = renderFiles({
      templates: { "manifests/web.yaml": web },
      view: { components: { web: component } },
      component: {
        manifests: ["wbe.yaml"],
        set: [{ object: "Deployment/web", path: "a", value: 1 }],
      },
    });
    expect(diagnostics).toEqual([]);
    expect(lacksObjects).toBe(true);
  });

  it("name an object that is not there once, with every line that names it, and withhold what nothing was set in", () => {
    const wrong = { object: "Deployment/wbe", path: "spec.replicas" };
    const { diagnostics, manifests, lacksObjects } = renderWeb(
      [
        { ...wrong, value: 1 },
        { ...wrong, value: 2 },
      ],
      [{ object: "Deployment/gone", path: "spec.replicas", value: 9 }],
    );
    expect(
      diagnostics.map(({ code, at, related }) => [code, at.file, related?.map(({ file }) => file)]),
    ).toEqual([
      [
        "patch-object-missing",
        "application.yaml/components/web/set/0/object",
        ["application.yaml/components/web/set/1/object"],
      ],
    ]);
    expect([manifests, lacksObjects]).toEqual([[], true]);
  });

  it("name a container that was renamed once, with every line that looks into it", () => {
    const inside = (path: string) => ({
      object: "Deployment/web",
      path: `spec.template.spec.containers.${path}`,
      value: "x",
    });
    const { diagnostics } = renderWeb([
      inside("main.image"),
      inside("main.name"),
      inside("old.image"),
    ]);
    const set = "application.yaml/components/web/set";
    expect(
      diagnostics.map(({ at, related = [] }) => [at.file, related.map(({ file }) => file)]),
    ).toEqual([
      [`${set}/0/path`, [`${set}/1/path`]],
      [`${set}/2/path`, []],
    ]);
  });

  it("hold nothing where a value to be set is missing, not what was shipped there", () => {
    const rendered = renderWeb([
      { object: "Deployment/web", path: "spec.replicas", value: "{{component.replicas.mni}}" },
    ]);
    expect(deployment(rendered)?.object["spec"]).not.toHaveProperty("replicas");
    expect(deployment(rendered)?.incomplete).toBe(true);
  });

  it("report broken YAML and what is no object", () => {
    const { manifests, diagnostics } = renderFiles({
      templates: { "manifests/bad.yaml": "a: 1\n---\nb: [1\n" },
      view: { components: { web: {} } },
      component: { manifests: ["bad.yaml"] },
    });
    expect(manifests).toEqual([]);
    expect(diagnostics.map(({ code, at }) => [code, at.line])).toEqual([
      ["manifest-not-an-object", 1],
      ["yaml-syntax", 4],
    ]);
  });
});
