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

/** A mutant that a server and the offline check judge differently. */
export interface Disagreement {
  readonly title: string;
  /** `missed`: only the server complains. `too strict`: only we do. */
  readonly kind: "missed" | "too strict";
  /** What the one that complains says. */
  readonly says: string;
}

const inFlight = 8;
// These look at what no server reads: the text of embedded files.
const beyondServers: ReadonlySet<string> = new Set(["manifest-embedded-syntax"]);
const apis = publishedApis();

/** Asks a real server of a minor version and the offline check about every mutant; where they differ, sorted by title. */
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
    // Some mutants make the server itself stumble: it ends the connection without an answer, and stores nothing.
    return `the connection was broken: ${String(error)}`;
  }
}

function offlineSays(minor: string, object: ManifestObject): string | undefined {
  const { manifests, diagnostics } = parseManifests(JSON.stringify(object), "mutant.yaml");
  const target = installedTarget(minor);
  const judged = checkManifests({ manifests, target, apis, complete: false });
  const first = [...diagnostics, ...judged].find(({ code }) => !beyondServers.has(code));
  return first === undefined ? undefined : `${first.code} at ${first.path ?? "the object"}`;
}
