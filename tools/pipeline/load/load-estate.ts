import type { Diagnostic } from "../model/results/diagnostic.ts";
import { sortDiagnostics } from "../model/results/diagnostic.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import type { EstateEntry, EstateReader } from "../model/estate/estate-reader.ts";
import { startOf } from "../model/origins/place.ts";
import { checkNames } from "./check-names.ts";
import { identifyFile } from "./identify-file.ts";
import { loadFile, readContent, type ReadContent } from "./load-file.ts";

export interface LoadedEstate {
  /** Sorted by path. Includes invalid files, marked as unsound. */
  readonly files: readonly EstateFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and identifies every file of the estate. `read` parses its bytes to content with positions. */
export async function loadEstate(
  reader: EstateReader,
  read: ReadContent = readContent,
): Promise<LoadedEstate> {
  const files: EstateFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of await listSorted(reader)) {
    if (entry.unlisted) {
      const args = { problem: "not-listed" };
      diagnostics.push({ code: "file-unreadable", at: startOf(entry.path), args });
      continue;
    }
    const identity = identifyFile(entry.path);
    if (identity.status === "ignored") continue;
    if (identity.status === "unknown") {
      diagnostics.push(unknownFile(entry.path, identity.suggestion));
      continue;
    }
    const loaded = await loadFile(
      reader,
      { entry, kind: identity.kind, names: identity.names },
      read,
    );
    files.push(loaded.file);
    diagnostics.push(...loaded.diagnostics);
  }
  if (files.length === 0) {
    diagnostics.push({ code: "estate-empty", at: startOf("environments"), args: {} });
  }
  const named = checkNames(files);
  return {
    files: named.files,
    diagnostics: sortDiagnostics([...diagnostics, ...named.diagnostics]),
  };
}

async function listSorted(reader: EstateReader): Promise<readonly EstateEntry[]> {
  const entries = await reader.list();
  return [...entries].sort((left, right) => (left.path < right.path ? -1 : 1));
}

function unknownFile(path: string, suggestion: string | undefined): Diagnostic {
  const args = suggestion === undefined ? {} : { suggestion };
  return { code: "file-unknown", at: startOf(path), args };
}
