import { lastAtOrBefore } from "../../model/origins/line-places.ts";
import type { TemplateFile } from "../../model/estate/estate-files.ts";
import { placeholder } from "./placeholders.ts";
import type { Piece, PreparedTemplate } from "../language/prepared-template.ts";
import { parseJson } from "../formats/parsers/parse-json.ts";
import { parseProperties } from "../formats/parsers/parse-properties.ts";
import { parseText } from "../formats/parsers/parse-text.ts";
import { parseToml } from "../formats/parsers/parse-toml.ts";
import { parseYaml } from "../formats/parsers/parse-yaml.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import type { ParsedText, PrintedText } from "./parsed-text.ts";
import type { Skeleton } from "./skeleton.ts";

type Language = TemplateFile["language"];

const parsers: Readonly<Record<Language, (printed: PrintedText) => ParsedText>> = {
  manifest: (printed) => inCanonicalOrder(parseYaml(printed)),
  yaml: (printed) => parseYaml(printed),
  toml: parseToml,
  json: parseJson,
  properties: parseProperties,
  text: parseText,
};

/** Parses a template's output, once per sequence of printed pieces. */
export function skeletonReader(
  template: PreparedTemplate,
  language: Language,
): (trace: string) => Skeleton {
  const known = new Map<string, Skeleton>();
  return (trace) => {
    const found = known.get(trace);
    if (found) return found;
    const printed = textOf(template, trace);
    const skeleton = { ...parsers[language](printed), placeOf: printed.placeOf };
    known.set(trace, skeleton);
    return skeleton;
  };
}

/** Joins a sequence of pieces to a text, with numbers in place of values. */
export function textOf({ pieces, placeOf }: PreparedTemplate, trace: string): PrintedText {
  const starts: number[] = [];
  const printed: Piece[] = [];
  let text = "";
  let values = 0;
  for (let index = 0; index < trace.length; index += 1) {
    const piece = pieces[trace.charCodeAt(index)]!;
    starts.push(text.length);
    printed.push(piece);
    text += piece.kind === "content" ? piece.text : placeholder(values++);
  }
  return {
    text,
    placeOf: (offset) => {
      const index = lastAtOrBefore(starts, offset);
      const piece = printed[index];
      if (!piece) return placeOf(0);
      return piece.kind === "print" ? piece.at : placeOf(piece.offset + offset - starts[index]!);
    },
  };
}
