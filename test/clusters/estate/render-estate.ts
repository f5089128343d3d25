import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { runAlto } from "../../../tools/cli/testing/run-alto.ts";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { layOutEstate } from "./lay-out-estate.ts";

export interface RenderedEstate {
  /** The rendered objects of each target, by its name. */
  readonly targets: ReadonlyMap<string, readonly ManifestObject[]>;
}

/** Pins the images of the overlay at a registry, renders its environment, and reads what `alto render` wrote. */
export async function renderEstate(folder: string, registryHost: string): Promise<RenderedEstate> {
  mkdirSync(folder);
  layOutEstate(folder, registryHost);
  await alto(folder, ["images", "resolve", "--write"]);
  await alto(folder, ["render", "--environment", "clusters", "--out", "rendered"]);
  const environment = join(folder, "rendered", "clusters");
  return {
    targets: new Map(
      readdirSync(environment).map((target) => [target, readObjects(join(environment, target))]),
    ),
  };
}

async function alto(folder: string, args: readonly string[]): Promise<void> {
  const { exitCode, output, errors } = await runAlto(folder, args);
  if (exitCode !== 0) throw new Error(`alto ${args.join(" ")} failed:\n${output}${errors}`);
}

function readObjects(folder: string): ManifestObject[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => parse(readFileSync(join(folder, file), "utf8")) as ManifestObject);
}
