import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { printYaml } from "./print-yaml.ts";

/** Prints a manifest as a YAML document; equal objects give equal bytes. */
export function printManifest({ object }: Pick<Manifest, "object">): string {
  return printYaml(object);
}
