import { parse, TomlError } from "smol-toml";
import { lineStarts } from "../../../model/origins/line-places.ts";
import type { ParsedText, PrintedText } from "../../tree/parsed-text.ts";
import { skeletonOfValue } from "./skeleton-of-value.ts";
import { tomlOffsets } from "./toml-offsets.ts";

/** Parses a TOML text into a skeleton. Integers and floats stay distinct: `1` and `1.0`. */
export function parseToml(printed: PrintedText): ParsedText {
  try {
    const options = { integersAsBigInt: true, unsafeKeyBehaviour: "throw" } as const;
    return skeletonOfValue(parse(printed.text, options), printed, tomlOffsets(printed.text));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const offset = (lineStarts(printed.text)[error.line - 1] ?? 0) + error.column - 1;
    const [sentence = ""] = error.message.split("\n");
    const detail = sentence.replace(/^Invalid TOML document: /, "");
    const at = printed.placeOf(offset);
    const args = { language: "TOML", detail };
    return { documents: [], diagnostics: [{ code: "template-output-syntax", at, args }] };
  }
}
