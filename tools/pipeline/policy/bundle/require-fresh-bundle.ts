import type { FolderReader } from "../../model/estate/folder-reader.ts";
import { PolicyBundleError } from "./policy-bundle.ts";
import { sourceDigest } from "./source-digest.ts";

/** Throws PolicyBundleError when the bundle in a folder `policies` was built from other rules than those that lie there; without rules there is nothing to compare. */
export async function requireFreshBundle(folder: FolderReader): Promise<void> {
  const entries: readonly string[] = await folder.list("").catch(() => []);
  if (!entries.includes("rules")) return;
  const digests: unknown = JSON.parse(
    Buffer.from(await readDigests(folder)).toString("utf8") || "null",
  );
  const { opa, sources } = (digests ?? {}) as { opa?: unknown; sources?: unknown };
  if (sources !== (await sourceDigest(folder, String(opa)))) {
    throw new PolicyBundleError(
      'policies/bundle was built from other rules than those in policies/rules; run "npm run policies:build"',
    );
  }
}

async function readDigests(folder: FolderReader): Promise<Uint8Array> {
  try {
    return await folder.read("bundle/digests.json");
  } catch (error) {
    throw new PolicyBundleError("cannot read policies/bundle/digests.json", { cause: error });
  }
}
