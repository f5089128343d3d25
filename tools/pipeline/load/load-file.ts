import type { LoadCode } from "../model/results/codes.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import type { EstateFile, FileKind } from "../model/estate/estate-files.ts";
import type { EstateEntry, EstateReader } from "../model/estate/estate-reader.ts";
import { mostPerFile } from "../model/estate/most-per-file.ts";
import { startOf } from "../model/origins/place.ts";
import { digestOf } from "../model/results/input-digests.ts";
import { isDescription } from "./is-description.ts";
import { parseCsv } from "./parse-csv.ts";
import { parseEstateJson } from "./parse-estate-json.ts";
import { parseEstateYaml } from "./parse-estate-yaml.ts";
import type { Parsed } from "./parsed.ts";

const maxBytes = 1024 * 1024;

interface IdentifiedFile {
  readonly entry: EstateEntry;
  readonly kind: FileKind;
  readonly names: Readonly<Record<string, string>>;
}

export interface LoadedFile {
  readonly file: EstateFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads one file: its content, or the diagnostics that explain why it is unusable. */
export async function loadFile(
  reader: EstateReader,
  identified: IdentifiedFile,
  read: ReadContent,
): Promise<LoadedFile> {
  const { entry } = identified;
  const { path } = entry;
  const refused = (code: LoadCode, args: Record<string, MessageArgument> = {}): LoadedFile =>
    refusedFile({ path, kind: identified.kind, names: identified.names }, code, args);
  if (entry.link === "outside") return refused("symlink-leaves-estate");
  if (entry.link === "broken") return refused("file-unreadable", { problem: "link-broken" });
  if (entry.size > maxBytes) return refused("file-too-large", { size: entry.size, most: maxBytes });
  const bytes = await readBytes(reader, path);
  if (bytes === undefined) return refused("file-unreadable", { problem: "read-failed" });
  if (bytes.length > maxBytes)
    return refused("file-too-large", { size: bytes.length, most: maxBytes });
  const content: FileContent = { ...identified, path, bytes, digest: digestOf(bytes) };
  return read(content);
}

/** The bytes of one file, and its identity by its path. */
export interface FileContent extends Pick<IdentifiedFile, "kind" | "names"> {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
}

export type ReadContent = (content: FileContent) => LoadedFile;

/** Parses the bytes of a file. */
export function readContent({ path, kind, names, bytes, digest }: FileContent): LoadedFile {
  const text = decode(bytes);
  if (text === undefined) return refusedFile({ path, kind, names, digest }, "file-not-text");
  if (isDescribing(kind)) {
    const diagnostics = checkDescription(text, path, kind);
    if (diagnostics.length > 0)
      return { file: { path, kind, names, digest, unsound: "file" }, diagnostics };
  }
  if (isKeptAsText(kind)) return { file: { path, kind, names, digest, text }, diagnostics: [] };
  const { value, diagnostics: all } = parse(text, path, kind);
  const diagnostics = all.slice(0, mostPerFile);
  const unsound = diagnostics.length > 0 ? { unsound: "file" as const } : {};
  return { file: { path, kind, names, digest, value, ...unsound }, diagnostics };
}

function refusedFile(
  file: Pick<EstateFile, "path" | "kind" | "names" | "digest">,
  code: LoadCode,
  args: Record<string, MessageArgument> = {},
): LoadedFile {
  return {
    file: { ...file, unsound: "file" },
    diagnostics: [{ code, at: startOf(file.path), args }],
  };
}

async function readBytes(reader: EstateReader, path: string): Promise<Uint8Array | undefined> {
  try {
    return await reader.read(path);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function isDescribing(kind: FileKind): boolean {
  return kind === "kubernetes-schema" || kind === "addon-schema";
}

/** Returns why a text is not an API description. Manifest checks parse it later, and only if a target needs it. */
function checkDescription(text: string, path: string, kind: FileKind): readonly Diagnostic[] {
  const refused = [
    { code: "json-syntax", at: startOf(path), args: { problem: "not-a-description" } } as const,
  ];
  try {
    return isDescription(kind, JSON.parse(text)) ? [] : refused;
  } catch {
    // Slower, but it provides the place.
    const { diagnostics } = parseEstateJson(text, path);
    return diagnostics.length > 0 ? diagnostics : refused;
  }
}

function isKeptAsText(kind: FileKind): boolean {
  return ["template", "manifest"].includes(kind) || isDescribing(kind);
}

function parse(text: string, path: string, kind: FileKind): Parsed {
  if (kind === "prices" || kind === "latency") return parseCsv(text, path, kind);
  if (kind === "infrastructure") return parseEstateJson(text, path);
  return parseEstateYaml(text, path);
}
