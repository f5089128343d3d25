import { checkManifests } from "../../../tools/pipeline/manifests/check-manifests.ts";
import { parseManifests } from "../../../tools/pipeline/manifests/parse-manifests.ts";
import {
  installedTarget,
  publishedApis,
} from "../../../tools/pipeline/manifests/testing/published-apis.ts";
import {
  applyManifest,
  type ApplyTarget,
  type ManifestObject,
} from "@altostrata/maintain/servers/apply-manifest.ts";
import type { Mutant } from "./mutate-object.ts";

/** A mutant that a server and the offline check disagree about. */
export interface Disagreement {
  readonly title: string;
  /** `missed`: only the server rejects it. `too strict`: only the offline check does. */
  readonly kind: "missed" | "too strict";
  /** The message of the side that rejects it. */
  readonly says: string;
}

const inFlight = 8;
// These check the text of embedded files, which no server reads.
const beyondServers: ReadonlySet<string> = new Set(["manifest-embedded-syntax"]);
const apis = publishedApis();

/**
 * Sends every mutant to a real server of a minor version and to the offline check. Returns the differences, sorted by
 * title.
 */
export async function compareVerdicts(
  server: ApplyTarget,
  minor: string,
  mutants: readonly Mutant[],
): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  const waiting = [...mutants];
  const askNext = async (): Promise<void> => {
    for (let mutant = waiting.pop(); mutant !== undefined; mutant = waiting.pop()) {
      const theirs = await serverSays(server, mutant.object);
      const ours = offlineSays(minor, mutant.object);
      if ((theirs === undefined) === (ours === undefined)) continue;
      const kind = theirs === undefined ? "too strict" : "missed";
      found.push({ title: mutant.title, kind, says: theirs ?? ours ?? "" });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, askNext));
  return found.sort((left, right) => (left.title < right.title ? -1 : 1));
}

async function serverSays(
  server: ApplyTarget,
  object: ManifestObject,
): Promise<string | undefined> {
  try {
    const { verdict, reason, warnings } = await applyManifest(server, object);
    return verdict === "refused" ? reason : warnings[0];
  } catch (error) {
    // Some mutants crash the request in the server: it closes the connection without a response, and stores nothing.
    return `the connection was broken: ${String(error)}`;
  }
}

function offlineSays(minor: string, object: ManifestObject): string | undefined {
  const { manifests, diagnostics } = parseManifests(JSON.stringify(object), "mutant.yaml");
  const target = installedTarget(minor);
  const checked = checkManifests({ manifests, target, apis, complete: false });
  const first = [...diagnostics, ...checked].find(({ code }) => !beyondServers.has(code));
  return first === undefined ? undefined : `${first.code} at ${first.path ?? "the object"}`;
}
