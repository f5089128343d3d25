import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const repository = join(import.meta.dirname, "../../..");
const overlay = join(import.meta.dirname, "../estate-overlay");

/** What of the estate the clusters use, unmodified. */
const parts = [
  "artefacts/addons",
  "artefacts/applications/storefront",
  "artefacts/kubernetes",
  "artefacts/platform",
  "clouds/README.md",
  "clouds/latency.csv",
  "environments/package.json",
  "environments/package-lock.json",
  "policies",
];

/** Lays the overlay over the shared parts of the estate in a folder; images come from this registry. */
export function layOutEstate(folder: string, registryHost: string): void {
  for (const part of parts) {
    mkdirSync(dirname(join(folder, part)), { recursive: true });
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  }
  cpSync(overlay, folder, { recursive: true });
  const catalogue = join(folder, "artefacts", "images.yaml");
  const text = readFileSync(catalogue, "utf8");
  writeFileSync(catalogue, text.replaceAll("localhost:5000", registryHost));
}
