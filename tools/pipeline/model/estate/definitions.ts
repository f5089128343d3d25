import application from "../../../../docs/reference/schemas/application.json" with { type: "json" };
import datasources from "../../../../docs/reference/schemas/datasources.json" with { type: "json" };
import engine from "../../../../docs/reference/schemas/engine.json" with { type: "json" };
import environment from "../../../../docs/reference/schemas/environment.json" with { type: "json" };
import images from "../../../../docs/reference/schemas/images.json" with { type: "json" };
import master from "../../../../docs/reference/schemas/master.json" with { type: "json" };
import policyDigests from "../../../../docs/reference/schemas/policy-digests.json" with { type: "json" };
import policyRules from "../../../../docs/reference/schemas/policy-rules.json" with { type: "json" };
import policySettings from "../../../../docs/reference/schemas/policy-settings.json" with { type: "json" };
import provider from "../../../../docs/reference/schemas/provider.json" with { type: "json" };
import secrets from "../../../../docs/reference/schemas/secrets.json" with { type: "json" };
import system from "../../../../docs/reference/schemas/system.json" with { type: "json" };
import target from "../../../../docs/reference/schemas/target.json" with { type: "json" };
import waivers from "../../../../docs/reference/schemas/waivers.json" with { type: "json" };
import worker from "../../../../docs/reference/schemas/worker.json" with { type: "json" };
import type { YamlKind } from "../kinds/kinds.ts";

/** The definition of each kind of YAML file, read from the editors' schemas: loading typebox takes 70 ms. */
export const kindDefinitions: Readonly<Record<YamlKind, Definition>> = {
  application,
  datasources,
  engine,
  environment,
  images,
  master,
  provider,
  secrets,
  system,
  target,
  waivers,
  worker,
};

/** The definitions of the files in `policies`. */
export const policyDefinitions = { policyDigests, policyRules, policySettings };

interface Definition {
  readonly title: string;
}
