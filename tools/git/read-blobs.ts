import { GitError } from "./git-error.ts";
import { runGitOrThrow } from "./run-git.ts";

/** The contents of blobs by hash. One process reads them all. Throws GitError when one is missing. */
export async function readBlobs(
  root: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return new Map();
  const input = `${wanted.join("\n")}\n`;
  return parseBatch(await runGitOrThrow(root, ["cat-file", "--batch"], { input }), wanted);
}

/** Each answer is `<hash> <type> <size>`, a line end, the content, a line end. */
function parseBatch(output: Buffer, wanted: readonly string[]): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let offset = 0;
  for (const hash of wanted) {
    const start = output.indexOf(10, offset) + 1;
    const [name, type, size] = output.toString("latin1", offset, Math.max(start - 1, 0)).split(" ");
    const end = start + Number(size);
    if (name !== hash || type !== "blob" || output[end] !== 10) throw missingBlob(hash);
    blobs.set(hash, output.subarray(start, end));
    offset = end + 1;
  }
  return blobs;
}

function missingBlob(hash: string): GitError {
  return new GitError(
    `This clone lacks the content ${hash}. Fetch a partial clone in full (git fetch --refetch --no-filter), or check a damaged one (git fsck).`,
  );
}
