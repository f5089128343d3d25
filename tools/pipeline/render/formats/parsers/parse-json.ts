import { isNode, parseDocument, type Document } from "yaml";
import type { Path } from "../../../model/origins/origin.ts";
import type { Place } from "../../../model/origins/place.ts";
import type { ParsedText, PrintedText } from "../../tree/parsed-text.ts";
import { readJsonText } from "../../../yaml/read-json-text.ts";
import { skeletonOfValue } from "./skeleton-of-value.ts";

/** Parses a JSON text into a skeleton. */
export function parseJson(printed: PrintedText): ParsedText {
  const { text, placeOf } = printed;
  const read = readJsonText(text);
  if (read.fault) return refused(placeOf(read.fault.offset), read.fault.detail);
  try {
    const document = parseDocument(text, { prettyErrors: false });
    const duplicates = duplicateKeys(document);
    if (duplicates.length === 0) {
      return skeletonOfValue(read.value, printed, (path) => offsetIn(document, path));
    }
    const code = "template-output-duplicate-key";
    return {
      documents: [],
      diagnostics: duplicates.map((offset) => ({ code, at: placeOf(offset), args: {} })),
    };
  } catch (error) {
    // The library recurses; only endless nesting exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    return refused(placeOf(0), "it is nested too deeply");
  }
}

function refused(at: Place, detail: string): ParsedText {
  const args = { language: "JSON", detail };
  return { documents: [], diagnostics: [{ code: "template-output-syntax", at, args }] };
}

/** JSON.parse silently takes the last of two equal keys; the YAML parser reports them. */
function duplicateKeys({ errors }: Document.Parsed): number[] {
  return errors.filter((error) => error.code === "DUPLICATE_KEY").map((error) => error.pos[0]);
}

function offsetIn(document: Document.Parsed, path: Path): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
