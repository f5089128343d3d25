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

/** A published CustomResourceDefinition, with only the fields that are read here. */
export interface CustomResourceDefinition {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly scope: "Namespaced" | "Cluster";
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly DefinitionVersion[];
  };
}

/** The custom resource definitions of an add-on, from its Go module or `definitions`, in the order of its files. */
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
      // The shape is that of the API server; an invalid file fails at its installation.
      return parse(readFileSync(join(folder, `${file}.yaml`), "utf8")) as CustomResourceDefinition;
    });
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}
