import type { Manifest } from "../../model/kubernetes/manifest.ts";
import type { PairedObject } from "./paired-object.ts";

/** Minimum similarity for treating two objects as one renamed object. */
const alike = 0.8;

/** Above this number of candidates, comparing all pairs takes too long and a list of renames is not readable. */
const mostCandidates = 200;

/**
 * Pairs removed and added objects of one kind as renames if their content is similar, the most similar first; the rest
 * stay alone.
 */
export function findSimilar(
  gone: readonly Manifest[],
  come: readonly Manifest[],
): readonly PairedObject[] {
  const matches = rankMatches(gone, come);
  const taken = new Set<Manifest>();
  const renamed = matches.flatMap(({ base, head }): PairedObject[] => {
    if (taken.has(base) || taken.has(head)) return [];
    taken.add(base).add(head);
    return [{ base, head }];
  });
  return [
    ...renamed,
    ...gone.filter((manifest) => !taken.has(manifest)).map((base) => ({ base })),
    ...come.filter((manifest) => !taken.has(manifest)).map((head) => ({ head })),
  ];
}

interface Match {
  readonly base: Manifest;
  readonly head: Manifest;
  readonly similarity: number;
}

function rankMatches(gone: readonly Manifest[], come: readonly Manifest[]): readonly Match[] {
  const kinds = new Set(gone.map(kindOf));
  const matches = [...kinds].flatMap((kind) => {
    const bases = gone.filter((manifest) => kindOf(manifest) === kind).map(withLeaves);
    const heads = come.filter((manifest) => kindOf(manifest) === kind).map(withLeaves);
    if (bases.length > mostCandidates || heads.length > mostCandidates) return [];
    return bases.flatMap((base) =>
      heads.map((head) => ({
        base: base.manifest,
        head: head.manifest,
        similarity: similarityOf(base.leaves, head.leaves),
      })),
    );
  });
  // A stable sort keeps equal items in order of identity.
  return matches
    .filter(({ similarity }) => similarity >= alike)
    .sort((left, right) => right.similarity - left.similarity);
}

function kindOf({ id }: Manifest): string {
  return `${id.group}/${id.kind}`;
}

function withLeaves(manifest: Manifest): { manifest: Manifest; leaves: ReadonlySet<string> } {
  const leaves = new Set<string>();
  collectLeaves(manifest.object, { path: "", name: manifest.id.name, leaves });
  return { manifest, leaves };
}

/** Path and value of each scalar except the identity; an object's own name inside its content counts as equal. */
function collectLeaves(
  value: unknown,
  at: { path: string; name: string; leaves: Set<string> },
): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const path = `${at.path}/${key}`;
      if (path !== "/metadata/name" && path !== "/metadata/namespace")
        collectLeaves(item, { ...at, path });
    }
    return;
  }
  at.leaves.add(`${at.path}=${String(value).replaceAll(at.name, "\0")}`);
}

/** Share of equal leaves among all leaves of both (Jaccard index), 0 to 1. */
function similarityOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const equal = [...left].filter((leaf) => right.has(leaf)).length;
  const all = left.size + right.size - equal;
  return all === 0 ? 0 : equal / all;
}
