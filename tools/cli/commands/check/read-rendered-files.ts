import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { RenderedFile } from "@altostrata/pipeline";
import { CannotRunError } from "../../failures/cannot-run-error.ts";

/** The name of standard input in messages. */
const standardInput = "<standard input>";

/** A stream has no known size and may never end. */
const maxStreamBytes = 256 * 1024 * 1024;

/**
 * Reads the named files: `-` is standard input, a folder stands for its YAML and JSON files. Throws CannotRunError with
 * every unreadable name.
 */
export async function readRenderedFiles(
  names: readonly string[],
): Promise<readonly RenderedFile[]> {
  const problems: string[] = [];
  const files: RenderedFile[] = [];
  for (const name of new Set(names)) {
    try {
      files.push(...(await readNamed(name)));
    } catch (error) {
      problems.push(describe(name, error));
    }
  }
  if (problems.length > 0) throw new CannotRunError(...problems);
  if (files.length === 0) {
    throw new CannotRunError(`There is no .yaml, .yml or .json file in ${names.join(", ")}.`);
  }
  return files;
}

/** The index that `alto render` writes next to each target's manifests. */
const treeIndex = "index.json";

async function readNamed(name: string): Promise<readonly RenderedFile[]> {
  // A pipe may have no data yet: reading it synchronously fails instead of waiting.
  if (name === "-") return [{ name: standardInput, text: decode(await readStream(process.stdin)) }];
  const stat = statSync(name);
  if (stat.isDirectory()) {
    return filesIn(name).map((path) => ({ name: path, text: decode(readFileSync(path)) }));
  }
  const bytes = stat.isFile() ? readFileSync(name) : await readStream(createReadStream(name));
  return [{ name, text: decode(bytes) }];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .filter(({ name }) => name !== treeIndex)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readStream(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > maxStreamBytes) throw new CannotRunError("it is larger than 256 MiB");
  }
  return Buffer.concat(parts);
}

/** Refuses binary files, which would cause a long list of meaningless problems. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CannotRunError("it is not UTF-8 text");
  }
}

function describe(name: string, error: unknown): string {
  if (error instanceof CannotRunError) return `Cannot read ${name}: ${error.message}.`;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return `There is no file ${name}.`;
  return `Cannot read ${name}: ${error instanceof Error ? error.message : String(error)}.`;
}
