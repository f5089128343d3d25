import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isRecord } from "../values/json-record.ts";
import { podTemplatePath } from "./pod-template-path.ts";

interface Published {
  readonly definitions: Readonly<Record<string, unknown>>;
  readonly kinds: readonly { group: string; kind: string; definition: string }[];
}

const podTemplate = "io.k8s.api.core.v1.PodTemplateSpec";

describe("podTemplatePath", () => {
  it.each(["1.35", "1.36"])(
    "leads to every template that Kubernetes %s starts pods from",
    (minor) => {
      const published = JSON.parse(
        readFileSync(
          new URL(`../../../../artefacts/kubernetes/${minor}.json`, import.meta.url),
          "utf8",
        ),
      ) as Published;
      const found = published.kinds.flatMap(({ group, kind, definition }) =>
        templatePaths(definition, published).map((path) => [`${group}/${kind}`, path]),
      );
      // A PodTemplate only keeps a template: nothing starts pods from it.
      const starting = found.filter(([kind]) => kind !== "/PodTemplate");
      expect(starting.length).toBeGreaterThan(5);
      for (const { group, kind } of published.kinds) {
        const path = podTemplatePath({ group, kind });
        const expected = starting.find(([name]) => name === `${group}/${kind}`)?.[1];
        expect([kind, path]).toEqual([kind, kind === "Pod" ? [] : expected]);
      }
    },
  );

  it("knows no kind of another group by its name alone", () => {
    expect(podTemplatePath({ group: "example.com", kind: "Deployment" })).toBeUndefined();
    expect(podTemplatePath({ group: "", kind: "constructor" })).toBeUndefined();
  });
});

/** Where a definition holds a pod template, over properties only. */
function templatePaths(
  definition: string,
  published: Published,
  seen: readonly string[] = [],
): string[][] {
  if (definition === podTemplate) return [[]];
  if (seen.includes(definition)) return [];
  const raw = published.definitions[definition];
  const properties = isRecord(raw) && isRecord(raw["properties"]) ? raw["properties"] : {};
  return Object.entries(properties).flatMap(([key, schema]) => {
    const reference = isRecord(schema) ? schema["$ref"] : undefined;
    if (typeof reference !== "string") return [];
    const name = reference.slice(reference.lastIndexOf("/") + 1);
    return templatePaths(name, published, [...seen, definition]).map((path) => [key, ...path]);
  });
}
