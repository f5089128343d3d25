import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { printYaml } from "./print-yaml.ts";

/** A manifest as a YAML document: the same bytes for the same object. */
export function printManifest({ object }: Pick<Manifest, "object">): string {
  return printYaml(object);
}
