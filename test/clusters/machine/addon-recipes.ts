import { join } from "node:path";
import type { GoRecipe } from "@altostrata/maintain/programs/go-recipes.ts";

const postgres = "github.com/cloudnative-pg";

/** The operator of PostgreSQL clusters. */
export const cloudnativePgRecipe: GoRecipe = {
  name: "cloudnative-pg",
  module: `${postgres}/cloudnative-pg`,
  version: "v1.27.0",
  package: `${postgres}/cloudnative-pg/cmd/manager`,
};

/** Archives and restores the databases' logs. */
export const barmanPluginRecipe: GoRecipe = {
  name: "plugin-barman-cloud",
  module: `${postgres}/plugin-barman-cloud`,
  version: "v0.14.0",
  package: `${postgres}/plugin-barman-cloud/cmd/manager`,
  uncheckedModules: "github.com/*",
};

/** Copies secrets from a store. The estate's 1.3.2 cannot be built: one of its nested modules is not published. */
export const externalSecretsRecipe: GoRecipe = {
  name: "external-secrets",
  module: "github.com/external-secrets/external-secrets",
  version: "v0.20.4",
  uncheckedModules: "github.com/*",
};

/** An object store with the S3 protocol. */
export const objectStoreRecipe: GoRecipe = {
  name: "seaweedfs",
  module: "github.com/seaweedfs/seaweedfs",
  version: "v0.0.0-20261109003541-7506e5f91cd6",
  package: "github.com/seaweedfs/seaweedfs/weed",
};

/** Signs the certificates that the estate declares. */
export const certManagerRecipe: GoRecipe = {
  name: "cert-manager",
  module: "github.com/cert-manager/cert-manager",
  version: "v1.21.2",
  mainFile: join(import.meta.dirname, "../addons/cert-manager/main.go"),
};
