import { expect, it } from "vitest";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import { followsFrom } from "./follows-from.ts";

const template = "artefacts/applications/shop/templates/web/deployment.yaml.hbs";

function problem(
  code: Diagnostic["code"],
  file: string,
  args: Diagnostic["args"] = {},
  where: Pick<Diagnostic, "environment" | "target"> = {},
): Diagnostic {
  return { code, args, at: { file, line: 1, column: 1 }, ...where };
}

const here = { environment: "production", target: "gcp-belgium" };
const missing = (expression: string) =>
  problem("template-value-missing", template, { expression }, here);
const outputs = "clouds/gcp/targets/gcp-belgium.outputs.json";
const master = "environments/production/shop/master.yaml";

it.each([
  [
    "a capability that the provider lacks",
    missing("provider.capabilities.gateway.class"),
    problem("capability-not-offered", master, { capability: "gateway" }, here),
    problem("capability-not-offered", master, { capability: "dns" }, here),
  ],
  [
    "an image that the catalogue lacks",
    missing("component.images.main"),
    problem("image-unknown", "artefacts/applications/shop/application.yaml", { image: "web" }),
    problem("image-unknown", "artefacts/applications/other/application.yaml", { image: "web" }),
  ],
  [
    "an invalid datasource",
    missing("@root.datasources.shop.endpoint.host"),
    problem("reference-unknown", "environments/production/shop/datasources.yaml", {
      what: "target",
    }),
    problem("reference-unknown", "environments/staging/shop/datasources.yaml", { what: "target" }),
  ],
  [
    "invalid outputs",
    missing("../target.infrastructure.projectId"),
    problem("json-syntax", outputs),
    problem("json-syntax", "clouds/gcp/targets/gcp-iowa.outputs.json"),
  ],
  [
    "missing outputs, for a backup",
    problem("backup-without-object-storage", master, { target: "gcp-belgium" }),
    problem("file-missing", "clouds/gcp/targets/gcp-belgium.yaml", { file: outputs }),
    problem("file-missing", master, { file: "environments/production/shop/system.yaml" }),
  ],
  [
    "an environment without its file",
    problem("reference-unknown", "environments/staging/environment.yaml", {
      what: "environment",
      name: "production",
    }),
    problem("file-missing", master, { file: "environments/production/environment.yaml" }),
    problem("file-missing", master, { file: "environments/events/environment.yaml" }),
  ],
  [
    "a missing target",
    problem("pattern-target-not-in-system", "environments/production/shop/system.yaml", {
      target: "gcp-belgium",
    }),
    problem("reference-unknown", "environments/production/shop/workers/gcp-belgium.yaml", {
      what: "target",
      name: "gcp-belgium",
    }),
    problem("reference-unknown", "environments/staging/shop/workers/gcp-belgium.yaml", {
      what: "target",
      name: "gcp-belgium",
    }),
  ],
  [
    "a missing provider",
    problem("datasource-target-not-in-system", master, { target: "gcp-belgium" }),
    problem("file-missing", "clouds/gcp/targets/gcp-belgium.yaml", {
      file: "clouds/gcp/provider.yaml",
    }),
    problem("file-missing", "clouds/aws/targets/aws-ireland.yaml", {
      file: "clouds/aws/provider.yaml",
    }),
  ],
])("recognises consequences of %s, and of nothing else", (_, diagnostic, cause, other) => {
  expect(followsFrom([diagnostic, cause])(diagnostic)).toBe(true);
  expect(followsFrom([diagnostic, cause])(cause)).toBe(false);
  expect(followsFrom([diagnostic, other])(diagnostic)).toBe(false);
});
