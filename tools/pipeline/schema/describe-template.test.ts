import { expect, it } from "vitest";
import { describeTemplate } from "./describe-template.ts";
import type { Named } from "../model/estate/desired-state.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import type { Application } from "../model/kinds/application.ts";

const shop = {
  name: "shop",
  file: "",
  value: { components: { web: {} } },
} as unknown as Named<Application>;

it.for([
  [
    "artefacts/applications/shop/templates/web/deployment.yaml.hbs",
    "application shop component web manifest web/deployment.yaml",
  ],
  [
    "artefacts/applications/shop/templates/web/fluent-bit.config.yaml.hbs",
    "application shop component web yaml web/fluent-bit.config.yaml",
  ],
  [
    "artefacts/applications/shop/templates/web/deployment.toml.hbs",
    "application shop component web toml web/deployment.toml",
  ],
  [
    "artefacts/applications/shop/templates/prepare.sh.hbs",
    "application shop system - text prepare.sh",
  ],
  [
    "artefacts/platform/templates/dns/records.yaml.hbs",
    "platform - dns - manifest dns/records.yaml",
  ],
  [
    "clouds/aws/templates/component/account.yaml.hbs",
    "provider aws component - manifest component/account.yaml",
  ],
] as const)("%s", ([path, expected]) => {
  const names: Record<string, string> = path.startsWith("clouds/")
    ? { provider: "aws" }
    : { application: "shop" };
  const { layer, owner, scope, component, language, name } = describeTemplate(
    { path, kind: "template", names, text: "" },
    [shop],
  );
  expect([layer, owner || "-", scope, component ?? "-", language, name].join(" ")).toBe(expected);
});

it("keeps a vendored manifest unchanged", () => {
  const file: EstateFile = {
    path: "artefacts/applications/shop/manifests/web.yaml",
    kind: "manifest",
    names: { application: "shop" },
    text: "kind: X",
  };
  expect(describeTemplate(file, [shop])).toMatchObject({
    layer: "application",
    scope: "system",
    vendored: true,
    language: "manifest",
    name: "web.yaml",
    text: "kind: X",
  });
});
