import type { Node } from "yaml";
import { linePlaces } from "../model/origins/line-places.ts";
import { setRootOrigin } from "../model/origins/origin.ts";
import { startOf, type Place } from "../model/origins/place.ts";
import type { LoadCode } from "../model/results/codes.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import { readDocuments, type YamlSyntaxError } from "../yaml/read-documents.ts";
import { convertNode } from "./convert-node.ts";
import type { Parsed } from "./parsed.ts";

/** Parses a YAML text to plain objects with origins, or returns the reasons why it is invalid. Never throws. */
export function parseEstateYaml(text: string, file: string): Parsed {
  const placeOf = linePlaces(text, file);
  const documents = readDocuments(text, "estate");
  if (documents === undefined) return refused("yaml-too-deep", startOf(file));
  const [document, second] = documents;
  if (document === undefined) return refused("file-empty", startOf(file));
  const [fault] = document.errors;
  // If the end is missing, the last character is a place that an editor can show.
  const last = Math.max(text.trimEnd().length - 1, 0);
  // The library reports one mistake several times; only the first report is accurate.
  if (fault) return refusedSyntax(fault, placeOf(Math.min(fault.offset, last)));
  if (second) return refused("yaml-several-documents", placeOf(second.offset));
  if (document.hasDirectives) return refused("yaml-directive-refused", startOf(file));
  if (document.contents === null) return refused("file-empty", startOf(file));
  return convertContents(document.contents, { file, placeOf });
}

function refused(code: LoadCode, at: Place, args: Record<string, MessageArgument> = {}): Parsed {
  return { diagnostics: [{ code, at, args }] };
}

function refusedSyntax({ code, message }: YamlSyntaxError, at: Place): Parsed {
  if (code === "resource-exhaustion") return refused("yaml-too-deep", at);
  return refused("yaml-syntax", at, { problem: code, detail: message });
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
