import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { folderBelow, type FolderReader } from "../../model/estate/folder-reader.ts";
import { digestOf } from "../../model/results/input-digests.ts";
import { loadBundle } from "./load-bundle.ts";
import { loadSettings } from "./load-settings.ts";
import type { PolicyBundle } from "./policy-bundle.ts";
import type { SettingsLayer } from "./policy-settings.ts";
import { checkSettings } from "./resolve-settings.ts";

/** The rules and how strict they are, read once before a run. */
export interface Policies {
  readonly bundle: PolicyBundle;
  readonly settings: readonly SettingsLayer[];
  /** What is wrong with the settings; part of every run's diagnostics. */
  readonly diagnostics: readonly Diagnostic[];
  /** Digest of the compiled rules and of the settings. */
  readonly digest: string;
}

/** Reads the folder `policies`. Throws PolicyBundleError when the compiled rules are missing or not the ones that were built. */
export async function loadPolicies(folder: FolderReader): Promise<Policies> {
  const [bundle, { layers, diagnostics }] = await Promise.all([
    loadBundle(folderBelow(folder, "bundle")),
    loadSettings(folderBelow(folder, "settings")),
  ]);
  return {
    bundle,
    settings: layers,
    digest: digestOf(
      bundle.digest,
      JSON.stringify([bundle.rules, layers.map(({ settings }) => settings)]),
    ),
    diagnostics: [...diagnostics, ...checkSettings(layers, bundle.rules)],
  };
}
