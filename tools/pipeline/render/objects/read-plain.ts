import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { sortDiagnostics } from "../../model/results/diagnostic.ts";
import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { inCanonicalOrder } from "../tree/canonical-order.ts";
import { identify } from "./draft.ts";
import { linePlaces } from "../../model/origins/line-places.ts";
import { parseYaml } from "../formats/parsers/parse-yaml.ts";
import type { SkeletonNode } from "../tree/skeleton.ts";
import { traceSource, type Traceable } from "../tree/trace-source.ts";

/** An object of a plain YAML file. */
export interface PlainDocument {
  readonly object: Readonly<Record<string, unknown>>;
  readonly traceable: Traceable;
}

/** Reads the objects of a plain YAML file without expressions, and its problems. */
export function readPlain(
  text: string,
  file: string,
): { documents: readonly PlainDocument[]; diagnostics: readonly Diagnostic[] } {
  const placeOf = linePlaces(text, file);
  const parsed = inCanonicalOrder(parseYaml({ text, placeOf }, true));
  const diagnostics = parsed.diagnostics.map(ofFile);
  const documents = parsed.documents.flatMap((document) => {
    const object = finished(document);
    if (identify(object)) {
      const traceable = { document, values: [], printOf: noExpression, placeOf };
      return [{ object: object as PlainDocument["object"], traceable }];
    }
    diagnostics.push({ code: "manifest-not-an-object", at: placeOf(document.offset), args: {} });
    return [];
  });
  return { documents, diagnostics };
}

/** No template printed it, so problems belong to the file. */
function ofFile(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== "template-output-syntax") return diagnostic;
  const { problem, detail } = diagnostic.args;
  return { ...diagnostic, code: "yaml-syntax", args: { problem: problem ?? detail ?? "" } };
}

/** The manifests of any rendered YAML, ours or not, each with the lines of the file. */
export function readPlainManifests(
  text: string,
  file: string,
): { manifests: readonly Manifest[]; diagnostics: readonly Diagnostic[] } {
  const { documents, diagnostics } = readPlain(text, file);
  const manifests = documents.map(({ object, traceable }) => {
    const id = identify(object);
    if (!id) throw new Error("a plain document was kept that is no object");
    return {
      id,
      object,
      layer: "application" as const,
      at: traceable.placeOf(traceable.document.offset),
      sourceAt: (path: Parameters<Manifest["sourceAt"]>[0]) => traceSource(traceable, path),
    };
  });
  return { manifests, diagnostics: sortDiagnostics(diagnostics) };
}

function finished(document: SkeletonNode): unknown {
  return document.kind === "map" ? document.finished : undefined;
}

function noExpression(): never {
  throw new Error("a plain file has no expressions");
}
