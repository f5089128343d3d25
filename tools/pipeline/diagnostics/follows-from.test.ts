import { expect, it } from "vitest";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import { followsFrom } from "./follows-from.ts";

const template = "artefacts/applications/shop/templates/web/deployment.yaml.hbs";

function said(
  code: Diagnostic["code"],
  file: string,
  args: Diagnostic["args"] = {},
  where: Pick<Diagnostic, "environment" | "target"> = {},
): Diagnostic {
  return { code, args, at: { file, line: 1, column: 1 }, ...where };
}

const here = { environment: "production", target: "gcp-belgium" };
const missing = (expression: string) =>
  said("template-value-missing", template, { expression }, here);
const outputs = "clouds/gcp/targets/gcp-belgium.outputs.json";
const master = "environments/production/shop/master.yaml";

it.each([
  [
    "a capability that the provider lacks",
    missing("provider.capabilities.gateway.class"),
    said("capability-not-offered", master, { capability: "gateway" }, here),
    said("capability-not-offered", master, { capability: "dns" }, here),
  ],
  [
    "an image that the catalogue lacks",
    missing("component.images.main"),
    said("image-unknown", "artefacts/applications/shop/application.yaml", { image: "web" }),
    said("image-unknown", "artefacts/applications/other/application.yaml", { image: "web" }),
  ],
  [
    "an invalid datasource",
    missing("@root.datasources.shop.endpoint.host"),
    said("reference-unknown", "environments/production/shop/datasources.yaml", { what: "target" }),
    said("reference-unknown", "environments/staging/shop/datasources.yaml", { what: "target" }),
  ],
  [
    "invalid outputs",
    missing("../target.infrastructure.projectId"),
    said("json-syntax", outputs),
    said("json-syntax", "clouds/gcp/targets/gcp-iowa.outputs.json"),
  ],
  [
    "missing outputs, for a backup",
    said("backup-without-object-storage", master, { target: "gcp-belgium" }),
    said("file-missing", "clouds/gcp/targets/gcp-belgium.yaml", { file: outputs }),
    said("file-missing", master, { file: "environments/production/shop/system.yaml" }),
  ],
  [
    "an environment without its file",
    said("reference-unknown", "environments/staging/environment.yaml", {
      what: "environment",
      name: "production",
    }),
    said("file-missing", master, { file: "environments/production/environment.yaml" }),
    said("file-missing", master, { file: "environments/events/environment.yaml" }),
  ],
  [
    "a missing target",
    said("pattern-target-not-in-system", "environments/production/shop/system.yaml", {
      target: "gcp-belgium",
    }),
    said("reference-unknown", "environments/production/shop/workers/gcp-belgium.yaml", {
      what: "target",
      name: "gcp-belgium",
    }),
    said("reference-unknown", "environments/staging/shop/workers/gcp-belgium.yaml", {
      what: "target",
      name: "gcp-belgium",
    }),
  ],
  [
    "a missing provider",
    said("datasource-target-not-in-system", master, { target: "gcp-belgium" }),
    said("file-missing", "clouds/gcp/targets/gcp-belgium.yaml", {
      file: "clouds/gcp/provider.yaml",
    }),
    said("file-missing", "clouds/aws/targets/aws-ireland.yaml", {
      file: "clouds/aws/provider.yaml",
    }),
  ],
])("recognises consequences of %s, and of nothing else", (_, diagnostic, cause, other) => {
  expect(followsFrom([diagnostic, cause])(diagnostic)).toBe(true);
  expect(followsFrom([diagnostic, cause])(cause)).toBe(false);
  expect(followsFrom([diagnostic, other])(diagnostic)).toBe(false);
});
