import { closestWord } from "../model/values/closest-word.ts";
import { startOf } from "../model/origins/place.ts";
import type { Unfitness } from "./tree/check-value.ts";
import { embeddedValues } from "./tree/embedded-values.ts";
import type { EvaluationContext } from "./language/evaluate.ts";
import type { Frame, Valued } from "./language/frame.ts";
import { languages } from "./formats/languages.ts";
import type { PreparedFile } from "./prepared-file.ts";
import { printTemplate } from "./language/print-template.ts";
import { printedAt } from "./tree/printed-at.ts";
import { absent, substitute } from "./tree/substitute.ts";

/** Finds and renders the config templates of one owner for `{{config "name"}}`. */
export function configRenderer(
  configs: ReadonlyMap<string, PreparedFile>,
  check: (value: unknown) => Unfitness | undefined,
): EvaluationContext["config"] {
  // Cached, because a checksum and the data it covers use the same text.
  const rendered = new WeakMap<Frame, Map<string, Valued | undefined>>();
  return (name, context, at) => {
    const chain = context.configs;
    if (chain.includes(name)) {
      context.report("template-config-cycle", at, {
        name,
        chain: chain.slice(chain.indexOf(name) + 1).join(", "),
      });
      return undefined;
    }
    const file = configs.get(name);
    if (!file) {
      const known = [...configs.keys()].sort();
      const suggestion = closestWord(name, known);
      context.report("template-config-missing", at, {
        name,
        known,
        ...(suggestion !== undefined && { suggestion }),
      });
      return undefined;
    }
    const ofFrame = rendered.get(context.frame) ?? new Map<string, Valued | undefined>();
    rendered.set(context.frame, ofFrame);
    if (!ofFrame.has(name)) {
      ofFrame.set(name, renderConfig(file, { ...context, configs: [...chain, name] }, check));
    }
    return ofFrame.get(name);
  };
}

function renderConfig(
  { file, template, skeletonOf }: PreparedFile,
  context: EvaluationContext,
  check: (value: unknown) => Unfitness | undefined,
): Valued | undefined {
  const printed = printTemplate(template, context);
  if (!printed) return undefined;
  const skeleton = skeletonOf(printed.trace);
  for (const { code, at, args } of skeleton.diagnostics) context.report(code, at, args);
  let sound = skeleton.diagnostics.length === 0 && !printed.incomplete;
  const { mayHold, convert, print } = languages[file.language];
  const documents = skeleton.documents.map((document) =>
    substitute(document, {
      values: printed.values,
      printOf: printedAt(printed),
      placeOf: skeleton.placeOf,
      check,
      mayHold,
      convert,
      report: (...problem) => {
        sound = false;
        context.report(...problem);
      },
    }),
  );
  if (!sound || documents.includes(absent)) return undefined;
  return {
    value: documents.map(print).join("---\n"),
    origin: {
      place: startOf(file.path),
      layer: file.layer === "provider" ? "fact" : "application",
    },
    embedded: () =>
      embeddedValues(skeleton.documents, {
        values: printed.values,
        printOf: printedAt(printed),
        placeOf: skeleton.placeOf,
      }),
  };
}
