import type { FolderReader } from "../../model/estate/folder-reader.ts";
import { PolicyBundleError, reasonOf } from "./policy-bundle.ts";
import { sourceDigest } from "./source-digest.ts";

/**
 * Throws PolicyBundleError if the bundle of a folder `policies` is older than its rules. A folder without rules passes.
 */
export async function requireFreshBundle(folder: FolderReader): Promise<void> {
  const entries: readonly string[] = await folder.list("").catch(() => []);
  if (!entries.includes("rules")) return;
  const digests = await readDigests(folder);
  const { opa, sources } = (digests ?? {}) as { opa?: unknown; sources?: unknown };
  if (sources !== (await digestSources(folder, String(opa)))) {
    throw new PolicyBundleError(
      'policies/bundle is out of date: it was not built from policies/rules as they are now; run "npm run policies:build"',
    );
  }
}

async function readDigests(folder: FolderReader): Promise<unknown> {
  try {
    return JSON.parse(Buffer.from(await folder.read("bundle/digests.json")).toString("utf8"));
  } catch (error) {
    throw new PolicyBundleError(
      `policies/bundle/digests.json cannot be read (${reasonOf(error)}); restore it from git, or run "npm run policies:build"`,
      { cause: error },
    );
  }
}

async function digestSources(folder: FolderReader, opaVersion: string): Promise<string> {
  try {
    return await sourceDigest(folder, opaVersion);
  } catch (error) {
    throw new PolicyBundleError(
      `the sources of the rules cannot be read (${reasonOf(error)}); restore the folder policies from git`,
      { cause: error },
    );
  }
}
