import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EstateEntry, EstateReader } from "@altostrata/pipeline";

/** One fault: its edits of the small estate, and the expected diagnostics. */
export interface Fault {
  readonly why: string;
  readonly edit?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly write?: Readonly<Record<string, string | readonly number[]>>;
  /** Files by size in bytes. */
  readonly fill?: Readonly<Record<string, number>>;
  readonly link?: Readonly<Record<string, "outside" | "broken">>;
  readonly remove?: readonly string[];
  /** `code file:line:column`, sorted by place. */
  readonly expected: readonly string[];
}

const fixtures = join(import.meta.dirname, "fixtures");
const repository = join(import.meta.dirname, "..");
const borrowed = ["artefacts/kubernetes", "artefacts/addons", "artefacts/platform"];

/** The faults by name. */
export function readFaults(): readonly (readonly [string, Fault])[] {
  const folder = join(fixtures, "invalid");
  return readdirSync(folder)
    .sort()
    .map((name) => [
      name,
      JSON.parse(readFileSync(join(folder, name, "fault.json"), "utf8")) as Fault,
    ]);
}

/** A reader of the small estate with one fault, or without any. */
export function smallEstate(fault: Partial<Fault> = {}): EstateReader {
  const files = new Map([
    ...readFolder(join(fixtures, "valid/small"), ""),
    ...borrowed.flatMap((folder) => readFolder(join(repository, folder), folder)),
  ]);
  for (const [path, edits] of Object.entries(fault.edit ?? {}))
    files.set(path, edit(path, files.get(path), edits));
  for (const [path, content] of Object.entries(fault.write ?? {})) {
    files.set(path, typeof content === "string" ? Buffer.from(content) : Buffer.from([...content]));
  }
  for (const [path, size] of Object.entries(fault.fill ?? {}))
    files.set(path, Buffer.alloc(size, "#"));
  for (const path of fault.remove ?? []) {
    if (!files.delete(path)) throw new Error(`${path} is not there to be removed`);
  }
  const links = Object.entries(fault.link ?? {}).map(([path, link]) => ({ path, size: 0, link }));
  const entries: EstateEntry[] = [...files].map(([path, bytes]) => ({ path, size: bytes.length }));
  return {
    list: () =>
      Promise.resolve([...entries.filter(({ path }) => !(path in (fault.link ?? {}))), ...links]),
    read: (path) => {
      const bytes = files.get(path);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`${path} is not there`));
    },
  };
}

function readFolder(folder: string, path: string): [string, Buffer][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [join(path, name).replaceAll("\\", "/"), readFileSync(join(folder, name))]);
}

function edit(
  path: string,
  bytes: Buffer | undefined,
  edits: readonly (readonly [string, string])[],
): Buffer {
  let text = bytes?.toString();
  for (const [old, replacement] of edits) {
    if (text?.split(old).length !== 2) throw new Error(`${path} does not hold once: ${old}`);
    text = text.replace(old, () => replacement);
  }
  return Buffer.from(text ?? "");
}
