import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { folderBelow, type FolderReader } from "../../model/estate/folder-reader.ts";
import { digestOf } from "../../model/results/input-digests.ts";
import { loadBundle } from "./load-bundle.ts";
import { loadSettings } from "./load-settings.ts";
import type { PolicyBundle } from "./policy-bundle.ts";
import type { SettingsLayer } from "./policy-settings.ts";
import { checkSettings } from "./resolve-settings.ts";

/** The rules and their settings, loaded once before a run. */
export interface Policies {
  readonly bundle: PolicyBundle;
  readonly settings: readonly SettingsLayer[];
  /** The problems of the settings; every run reports them. */
  readonly diagnostics: readonly Diagnostic[];
  /** The digest of the compiled rules and the settings. */
  readonly digest: string;
}

/** Loads the folder `policies`. Throws PolicyBundleError if the compiled rules are missing or altered. */
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
