import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RenderedFile } from "@altostrata/pipeline";
import { CannotRunError } from "../../failures/cannot-run-error.ts";

/** The name under which standard input stands in messages. */
const standardInput = "<standard input>";

/**
 * The texts of files as a user names them: `-` is standard input, a folder stands for its YAML and JSON files. Throws
 * CannotRunError for what cannot be read, naming all of it.
 */
export function readRenderedFiles(names: readonly string[]): readonly RenderedFile[] {
  const problems: string[] = [];
  const files = [...new Set(names)].flatMap((name) => {
    try {
      return name === "-" ? [readInput()] : filesAt(name).map(readFile);
    } catch (error) {
      problems.push(describe(name, error));
      return [];
    }
  });
  if (problems.length > 0) throw new CannotRunError(problems.join("\n"));
  if (files.length === 0) {
    throw new CannotRunError(`There is no .yaml, .yml or .json file in ${names.join(", ")}.`);
  }
  return files;
}

/** The list that `alto render` writes beside each target's manifests. */
const treeIndex = "index.json";

function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .filter(({ name }) => name !== treeIndex)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readFile(path: string): RenderedFile {
  return { name: path, text: decode(readFileSync(path)) };
}

function readInput(): RenderedFile {
  return { name: standardInput, text: decode(readFileSync(0)) };
}

/** Text, or a message for bytes that are none: a binary file would give one meaningless fault after the other. */
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
