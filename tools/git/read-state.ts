import type { EstateEntry, EstateReader, FolderReader } from "@altostrata/pipeline";
import { posix } from "node:path";
import { simpleGit } from "simple-git";
import { readBlobs } from "./read-blobs.ts";
import { GitError } from "./git-error.ts";
import type { Repository } from "./open-repository.ts";

/** Readers for one commit: the estate's data, and the folder `policies`. */
export interface StateReaders {
  readonly estate: EstateReader;
  readonly policies: FolderReader;
}

/** Folders of an estate that a run reads from a commit. */
const estateFolders = ["artefacts", "clouds", "environments"];
const policyFolders = ["policies/bundle", "policies/settings"];
/** What the bundle was built from, to tell whether it is older than its rules. */
const ruleFolders = ["policies/capabilities.json", "policies/lib", "policies/rules"];

interface TreeEntry {
  readonly mode: string;
  readonly hash: string;
  readonly size: number;
  /** Relative to the estate. */
  readonly path: string;
}

/** What a commit holds, read from git's own storage: nothing is checked out. Throws GitError when git cannot give it. */
export async function readState(repository: Repository, commit: string): Promise<StateReaders> {
  const entries = await listTree(repository, commit);
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

async function listTree(
  { root, prefix }: Repository,
  commit: string,
): Promise<readonly TreeEntry[]> {
  const paths = [...estateFolders, ...policyFolders, ...ruleFolders].map(
    (folder) => prefix + folder,
  );
  const output = await simpleGit({ baseDir: root }).raw([
    "ls-tree",
    "-r",
    "-z",
    "--long",
    "--full-tree",
    commit,
    "--",
    ...paths,
  ]);
  return output
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => parseEntry(line, prefix))
    .filter(({ mode }) => mode !== submodule)
    .filter(({ path }) => !ruleFolders.some((folder) => path.startsWith(folder)) || isSource(path));
}

/** Tests and examples of rules, which are most of their files, are not compiled. */
function isSource(path: string): boolean {
  return path.endsWith(".json") || (path.endsWith(".rego") && !path.endsWith("_test.rego"));
}

const submodule = "160000";
const symbolicLink = "120000";

/** `<mode> <type> <hash> <size>`, a tab, the path. */
function parseEntry(line: string, prefix: string): TreeEntry {
  const tab = line.indexOf("\t");
  const [mode = "", , hash = "", size = "0"] = line.slice(0, tab).split(/ +/);
  return { mode, hash, size: Number(size) || 0, path: line.slice(tab + 1 + prefix.length) };
}

interface Content {
  readonly byPath: ReadonlyMap<string, TreeEntry>;
  readonly blobs: ReadonlyMap<string, Buffer>;
}

function toEstateEntry(entry: TreeEntry, content: Content): EstateEntry {
  if (entry.mode !== symbolicLink) return { path: entry.path, size: entry.size };
  const target = linkTarget(entry, content);
  if (target === undefined) return { path: entry.path, size: 0, link: "outside" };
  const found = content.byPath.get(target);
  return found && found.mode !== symbolicLink
    ? { path: entry.path, size: found.size, link: "inside" }
    : { path: entry.path, size: 0, link: "broken" };
}

/** The path a link leads to, relative to the estate; undefined when it leaves it. */
function linkTarget({ path, hash }: TreeEntry, { blobs }: Content): string | undefined {
  const text = blobs.get(hash)?.toString("utf8") ?? "";
  if (posix.isAbsolute(text)) return undefined;
  const target = posix.join(posix.dirname(path), text);
  return estateFolders.some((folder) => target.startsWith(`${folder}/`)) ? target : undefined;
}

function contentAt(path: string, content: Content): Uint8Array {
  const entry = content.byPath.get(path);
  const target = entry?.mode === symbolicLink ? linkTarget(entry, content) : path;
  const blob = content.blobs.get(content.byPath.get(target ?? "")?.hash ?? "");
  if (!blob) throw new GitError(`${path} is not there`);
  return blob;
}

function namesIn(folder: string, entries: readonly TreeEntry[]): readonly string[] {
  const below = folder.endsWith("/") ? folder : `${folder}/`;
  const names = entries
    .filter(({ path }) => path.startsWith(below))
    .map(({ path }) => path.slice(below.length).split("/")[0] ?? "");
  return [...new Set(names)];
}
