import { LineCounter, parseDocument, type Document, type Node, type YAMLError } from "yaml";
import type { LoadCode } from "../model/results/codes.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import { mergeConflict } from "../yaml/merge-conflict.ts";
import { setRootOrigin } from "../model/origins/origin.ts";
import { startOf, type Place } from "../model/origins/place.ts";
import { readSimpleYaml } from "../yaml/simple-yaml/read-simple-yaml.ts";
import { convertNode } from "./convert-node.ts";
import type { Parsed } from "./parsed.ts";

const options = {
  version: "1.2",
  schema: "core",
  merge: false,
  prettyErrors: false,
  // Checked while converting, where both places are known.
  uniqueKeys: false,
} as const;

/** The value of a YAML text as plain objects with origins, or the reasons why there is none. Never throws. */
export function parseYaml(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const simple = readSimpleYaml(text);
  const [contents] = simple?.documents.length === 1 ? simple.documents : [];
  if (simple && contents) {
    lines.lineStarts = [...simple.lineStarts];
    return convertContents(contents, { file, placeOf });
  }
  const document = readDocument(text, lines);
  if (document === undefined) return refused("yaml-too-deep", startOf(file));
  const [error] = document.errors;
  // Where something is missing at the end, the last character is the place that an editor can show.
  const last = Math.max(text.trimEnd().length - 1, 0);
  const conflict = error && mergeConflict(text);
  if (conflict !== undefined)
    return refused("yaml-syntax", placeOf(conflict), { problem: "merge-conflict" });
  if (error) return refusedSyntax(error, placeOf(Math.min(error.pos[0], last)));
  if (document.directives?.yaml.explicit) return refused("yaml-directive-refused", startOf(file));
  if (document.contents === null) return refused("file-empty", startOf(file));
  return convertContents(document.contents, { file, placeOf });
}

function readDocument(text: string, lines: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { ...options, lineCounter: lines });
  } catch (error) {
    // The library recurses; only nesting without end exhausts the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function refused(code: LoadCode, at: Place, args: Record<string, MessageArgument> = {}): Parsed {
  return { diagnostics: [{ code, at, args }] };
}

function refusedSyntax(error: YAMLError, at: Place): Parsed {
  if (error.code === "MULTIPLE_DOCS") return refused("yaml-several-documents", at);
  if (error.code === "RESOURCE_EXHAUSTION") return refused("yaml-too-deep", at);
  // One mistake makes the library complain several times; only the first complaint is about it.
  const problem = error.code.toLowerCase().replaceAll("_", "-");
  return refused("yaml-syntax", at, { problem, detail: error.message });
}

function convertContents(
  contents: Node,
  { file, placeOf }: { file: string; placeOf: (offset: number) => Place },
): Parsed {
  const diagnostics: Diagnostic[] = [];
  const value = convertNode(contents, { placeOf, diagnostics });
  if (typeof value === "object" && value !== null) {
    setRootOrigin(value, { place: placeOf(contents.range?.[0] ?? 0) });
  } else if (value === null && diagnostics.length === 0) {
    return refused("file-empty", startOf(file));
  }
  return { value, diagnostics };
}
