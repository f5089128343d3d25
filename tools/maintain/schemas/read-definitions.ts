import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { AddonSource } from "./addons.ts";
import { goModuleFolder } from "../programs/go-command.ts";

export interface DefinitionVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly deprecated?: boolean;
  readonly deprecationWarning?: string;
  readonly schema?: { readonly openAPIV3Schema?: unknown };
  readonly subresources?: Readonly<Record<string, unknown>>;
}

/** A CustomResourceDefinition as its project publishes it; only the fields that are read here. */
export interface CustomResourceDefinition {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly scope: "Namespaced" | "Cluster";
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly DefinitionVersion[];
  };
}

/** The add-on's custom resource definitions, read out of its Go module (or of `definitions`), in the order of its list of files. */
export function readDefinitions(source: AddonSource): CustomResourceDefinition[] {
  const workFolder = mkdtempSync(join(tmpdir(), "altostrata-module-"));
  try {
    const folder = join(
      source.module === null
        ? import.meta.dirname
        : goModuleFolder(source.module, `v${source.version}`, workFolder),
      source.folder,
    );
    return source.files.map((file) => {
      // The shape is the API server's own; a file that is none fails when the server installs it.
      return parse(readFileSync(join(folder, `${file}.yaml`), "utf8")) as CustomResourceDefinition;
    });
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}
