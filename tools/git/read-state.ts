import type { EstateEntry, EstateReader, FolderReader } from "@altostrata/pipeline";
import { posix } from "node:path";
import { estateFolders } from "./find-estate-folder.ts";
import { GitError } from "./git-error.ts";
import { linkMode, listTree, type TreeEntry } from "./list-tree.ts";
import type { Repository } from "./open-repository.ts";
import { readBlobs } from "./read-blobs.ts";

/** Readers of one commit: the estate's data, and the folder `policies`. */
export interface StateReaders {
  readonly estate: EstateReader;
  readonly policies: FolderReader;
}

const policyFolders = ["policies/bundle", "policies/settings"];
/** The sources of the bundle, which tell whether it is out of date. */
const ruleFolders = ["policies/capabilities.json", "policies/lib", "policies/rules"];

/** Reads a commit from git's object store, without a checkout. Throws GitError when git cannot give it. */
export async function readState(repository: Repository, commit: string): Promise<StateReaders> {
  const folders = [...estateFolders, ...policyFolders, ...ruleFolders];
  const entries = (await listTree(repository, commit, folders)).filter(isRead);
  const blobs = await readBlobs(
    repository.root,
    entries.filter(({ size }) => size <= largestRead).map(({ hash }) => hash),
  );
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const read = (path: string): Uint8Array => contentAt(path, { byPath, blobs });
  return {
    estate: {
      list: () =>
        Promise.resolve(
          entries
            .filter(({ path }) => estateFolders.some((folder) => path.startsWith(`${folder}/`)))
            .filter(({ path }) => !path.split("/").includes("node_modules"))
            .map((entry) => toEstateEntry(entry, { byPath, blobs })),
        ),
      read: (path) => Promise.resolve().then(() => read(path)),
    },
    policies: {
      list: (folder) => Promise.resolve(namesIn(`policies/${folder}`, entries)),
      read: (path) => Promise.resolve().then(() => read(`policies/${path}`)),
    },
  };
}

/** The load step refuses files over 1 MiB by their size; compiled rules may be larger. */
const largestRead = 32 * 1024 * 1024;

/** Tests and examples of rules are not compiled. */
function isRead({ path }: TreeEntry): boolean {
  if (!ruleFolders.some((folder) => path.startsWith(folder))) return true;
  return path.endsWith(".json") || (path.endsWith(".rego") && !path.endsWith("_test.rego"));
}

interface Content {
  readonly byPath: ReadonlyMap<string, TreeEntry>;
  readonly blobs: ReadonlyMap<string, Buffer>;
}

function toEstateEntry(entry: TreeEntry, content: Content): EstateEntry {
  if (entry.mode !== linkMode) return { path: entry.path, size: entry.size };
  const target = linkTarget(entry, content);
  if (target === undefined) return { path: entry.path, size: 0, link: "outside" };
  const found = content.byPath.get(target);
  return found && found.mode !== linkMode
    ? { path: entry.path, size: found.size, link: "inside" }
    : { path: entry.path, size: 0, link: "broken" };
}

/** The target of a link, relative to the estate; undefined when it lies outside. */
function linkTarget({ path, hash }: TreeEntry, { blobs }: Content): string | undefined {
  const text = blobs.get(hash)?.toString("utf8") ?? "";
  if (posix.isAbsolute(text)) return undefined;
  const target = posix.join(posix.dirname(path), text);
  return estateFolders.some((folder) => target.startsWith(`${folder}/`)) ? target : undefined;
}

function contentAt(path: string, content: Content): Uint8Array {
  const entry = content.byPath.get(path);
  const target = entry?.mode === linkMode ? linkTarget(entry, content) : path;
  const blob = content.blobs.get(content.byPath.get(target ?? "")?.hash ?? "");
  if (!blob) throw new GitError(`${path} is missing`);
  return blob;
}

function namesIn(folder: string, entries: readonly TreeEntry[]): readonly string[] {
  const below = folder.endsWith("/") ? folder : `${folder}/`;
  const names = entries
    .filter(({ path }) => path.startsWith(below))
    .map(({ path }) => path.slice(below.length).split("/")[0] ?? "");
  return [...new Set(names)];
}
