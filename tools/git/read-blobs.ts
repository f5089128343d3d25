import { spawn } from "node:child_process";
import { once } from "node:events";
import { GitError } from "./git-error.ts";

/**
 * The contents of objects by their hash, from one `git cat-file --batch`: a process per file would take minutes for a large
 * estate. Throws GitError when one is missing or git fails half-way.
 */
export async function readBlobs(
  root: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return new Map();
  const child = spawn("git", ["cat-file", "--batch"], {
    cwd: root,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
  // A git that ends early closes its input; its exit code says why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(`${wanted.join("\n")}\n`);
  const [code] = await once(child, "close");
  if (code !== 0) {
    throw new GitError(`git cat-file failed: ${Buffer.concat(complaints).toString("utf8").trim()}`);
  }
  return parseBatch(Buffer.concat(chunks), wanted);
}

/** Each answer is `<hash> <type> <size>`, a line end, the content, a line end. */
function parseBatch(output: Buffer, wanted: readonly string[]): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let offset = 0;
  for (const hash of wanted) {
    const end = output.indexOf(10, offset);
    const [name, type, size] = output.toString("latin1", offset, Math.max(end, offset)).split(" ");
    const length = Number(size);
    if (name !== hash || type !== "blob" || !Number.isInteger(length)) {
      throw new GitError(
        `git has no content for ${hash}: a partial or damaged clone. Run git fsck.`,
      );
    }
    blobs.set(hash, output.subarray(end + 1, end + 1 + length));
    offset = end + 1 + length + 1;
  }
  return blobs;
}
