import { join } from "node:path";
import { corednsRecipe } from "../machine/cluster-recipes.ts";
import {
  barmanPluginRecipe,
  certManagerRecipe,
  cloudnativePgRecipe,
  externalSecretsRecipe,
} from "../machine/addon-recipes.ts";
import { bundleStorefront } from "./bundle-storefront.ts";
import { buildGoProgram } from "@altostrata/maintain/programs/build-go-program.ts";
import type { ImageRecipe } from "./image-recipe.ts";

const busybox = "/usr/bin/busybox";

/** Holds a pod's namespaces open. */
export const pauseImage: ImageRecipe = {
  repository: "rig/pause",
  tag: "1",
  packages: [],
  files: { "/busybox": busybox },
  entrypoint: ["/busybox", "sleep", "infinity"],
};

/** Node as this repository uses it. */
const nodeImage: ImageRecipe = {
  repository: "rig/node",
  tag: process.version,
  packages: ["libstdc++6"],
  files: { "/usr/local/bin/node": process.execPath },
};

/** Answers HTTP, and asks others, to see what network policies let through. */
export const probeImage: ImageRecipe = {
  repository: "rig/probe",
  tag: "1",
  base: nodeImage,
  packages: [],
  files: { "/probe": join(import.meta.dirname, "../probe") },
  entrypoint: ["node", "/probe/serve.ts"],
};

/** The name service of a cluster. */
export function corednsImage(): ImageRecipe {
  return {
    repository: "rig/coredns",
    tag: corednsRecipe.version,
    packages: [],
    files: { "/coredns": buildGoProgram(corednsRecipe) },
    entrypoint: ["/coredns"],
  };
}

/** The shop of these tests, under the name and tag that the estate's catalogue has. */
export function storefrontImage(): ImageRecipe {
  return {
    repository: "shop/storefront-web",
    tag: "3.2.0",
    base: nodeImage,
    packages: [],
    files: { "/app": bundleStorefront() },
    entrypoint: ["node", "/app/serve.js"],
    user: "10001:10001",
  };
}

/** Redis under the name of Valkey, which Debian 12 does not have. */
export const valkeyImage: ImageRecipe = {
  repository: "valkey/valkey",
  tag: "8.1.3",
  packages: ["redis-server", "dash"],
  files: {},
  links: { "/usr/bin/valkey-server": "redis-server", "/usr/bin/valkey-cli": "redis-cli" },
};

const databasePrograms = [
  "initdb",
  "pg_basebackup",
  "pg_controldata",
  "pg_ctl",
  "pg_dump",
  "pg_isready",
  "pg_restore",
  "pg_rewind",
  "pg_verifybackup",
  "postgres",
  "psql",
];

/** PostgreSQL as CloudNativePG expects it: programs on the path, and user 26. */
export const postgresqlImage: ImageRecipe = {
  repository: "cloudnative-pg/postgresql",
  tag: "15.20",
  packages: ["postgresql-15", "dash", "coreutils"],
  // Queries are not compiled here, and the compiler is larger than all the rest.
  remove: [
    "usr/lib/x86_64-linux-gnu/libLLVM*",
    "usr/lib/postgresql/15/lib/bitcode",
    "usr/share/perl*",
  ],
  files: {},
  texts: {
    "/etc/passwd": "root:x:0:0:root:/root:/bin/sh\npostgres:x:26:26::/var/lib/postgresql:/bin/sh\n",
    "/etc/group": "root:x:0:\npostgres:x:26:\n",
  },
  links: Object.fromEntries(
    databasePrograms.map((name) => [
      `/usr/local/bin/${name}`,
      `/usr/lib/postgresql/15/bin/${name}`,
    ]),
  ),
  user: "26:26",
};

/** The operator of databases; each database pod copies the program out of this image. */
export function cloudnativePgImage(): ImageRecipe {
  return {
    repository: "rig/cloudnative-pg",
    tag: cloudnativePgRecipe.version,
    packages: [],
    files: { "/operator/manager_amd64": buildGoProgram(cloudnativePgRecipe) },
    links: { "/manager": "operator/manager_amd64" },
    entrypoint: ["/manager"],
    user: "65532:65532",
  };
}

/** The plugin that archives databases, and its part beside each of them, which calls Barman. */
export function barmanPluginImage(): ImageRecipe {
  return {
    repository: "rig/plugin-barman-cloud",
    tag: barmanPluginRecipe.version,
    packages: ["barman-cli-cloud", "python3-boto3", "dash"],
    files: { "/manager": buildGoProgram(barmanPluginRecipe) },
    texts: { "/etc/passwd": "postgres:x:26:26::/tmp:/bin/sh\n", "/etc/group": "postgres:x:26:\n" },
    entrypoint: ["/manager"],
    user: "26:26",
  };
}

export function externalSecretsImage(): ImageRecipe {
  return {
    repository: "rig/external-secrets",
    tag: externalSecretsRecipe.version,
    packages: [],
    files: { "/manager": buildGoProgram(externalSecretsRecipe) },
    entrypoint: ["/manager"],
    user: "65532:65532",
  };
}

export function certManagerImage(): ImageRecipe {
  return {
    repository: "rig/cert-manager",
    tag: certManagerRecipe.version,
    packages: [],
    files: { "/manager": buildGoProgram(certManagerRecipe) },
    entrypoint: ["/manager"],
    user: "65532:65532",
  };
}

/** Every image that the tests push. */
export function allImages(): ImageRecipe[] {
  return [
    pauseImage,
    probeImage,
    corednsImage(),
    storefrontImage(),
    valkeyImage,
    postgresqlImage,
    cloudnativePgImage(),
    barmanPluginImage(),
    externalSecretsImage(),
    certManagerImage(),
  ];
}
