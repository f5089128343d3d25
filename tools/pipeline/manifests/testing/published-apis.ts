import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TargetState } from "../../model/estate/desired-state.ts";
import type { SchemaFile } from "../../model/estate/estate-files.ts";
import { describeApis, type ApiDescriptions } from "../schema/describe-apis.ts";

const artefacts = join(import.meta.dirname, "../../../../artefacts");

/** The committed API descriptions of all minors and add-ons. */
export function publishedApis(): ApiDescriptions {
  return describeApis(publishedFiles());
}

/** The same as estate files. */
export function publishedFiles(): { kubernetes: SchemaFile[]; addons: SchemaFile[] } {
  return { kubernetes: schemasIn("kubernetes"), addons: addonFiles() };
}

/** Returns a target with one minor of Kubernetes and every described add-on. */
export function installedTarget(version: string, next?: string): TargetState {
  const addons = Object.fromEntries(
    addonFiles().map(({ name }) => name.split("/") as [string, string]),
  );
  const kubernetes = { version, ...(next === undefined ? {} : { next }) };
  const value = { kubernetes, addons } as unknown as TargetState["value"];
  return { name: "corpus", file: "clouds/test/targets/corpus.yaml", provider: "test", value };
}

function addonFiles(): SchemaFile[] {
  return readdirSync(join(artefacts, "addons"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => schemasIn(`addons/${name}`, `${name}/`));
}

function schemasIn(folder: string, prefix = ""): SchemaFile[] {
  return readdirSync(join(artefacts, folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      path: `artefacts/${folder}/${name}`,
      name: prefix + name.slice(0, -".json".length),
      text: readFileSync(join(artefacts, folder, name), "utf8"),
    }));
}
