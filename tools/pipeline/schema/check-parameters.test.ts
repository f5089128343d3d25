import { describe, expect, it } from "vitest";
import { parseEstateYaml } from "../load/parse-estate-yaml.ts";
import { checkSchema } from "./check-schema.ts";

function problems(parameters: string): string[] {
  const path = "artefacts/applications/shop/application.yaml";
  const text = `apiVersion: altostrata.dev/v1alpha1
kind: Application
title: Shop
version: "1.0"
flows: []
routes: []
components:
  web:
    role: runtime
    workload: Deployment
    images: {}
    ports: {}
    capacity: unknown
    defaults: { replicas: 1, resources: { cpu: 1, memory: 1Gi } }
    parameters:
${parameters}`;
  const names = { application: "shop" };
  return checkSchema([
    { path, kind: "application", names, value: parseEstateYaml(text, path).value },
  ]).diagnostics.map(
    ({ code, at, args }) => `${code} ${at.line}:${at.column} ${String(args["parameter"])}`,
  );
}

describe("checkParameterSchemas", () => {
  it("accepts JSON Schemas", () => {
    expect(
      problems(
        '      heap: { type: string, pattern: "^[0-9]+m$", default: 1m, description: "heap" }\n',
      ),
    ).toEqual([]);
  });

  it.for([
    ["an unknown type", "{ type: text }"],
    ["an unknown keyword", "{ type: string, paterns: x }"],
    ["a keyword of the wrong type", '{ type: integer, minimum: "5" }'],
    ["an invalid pattern", '{ type: string, pattern: "(" }'],
    ["a keyword for another type", "{ type: string, minimum: 5 }"],
  ] as const)("refuses %s", ([, schema]) => {
    expect(problems(`      sound: { type: boolean }\n      heap: ${schema}\n`)).toEqual([
      "application-parameters-invalid 17:13 heap",
    ]);
  });
});
