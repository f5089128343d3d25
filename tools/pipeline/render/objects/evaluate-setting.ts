import type { ObjectId } from "../../model/kubernetes/manifest.ts";
import { originOf } from "../../model/origins/origin.ts";
import { placeText, type Place } from "../../model/origins/place.ts";
import type { Frame, Valued } from "../language/frame.ts";
import { languages } from "../formats/languages.ts";
import { onlyPlaceholder } from "../tree/placeholders.ts";
import { prepareTemplate } from "../language/prepare-template.ts";
import { printTemplate } from "../language/print-template.ts";
import { printedAt } from "../tree/printed-at.ts";
import { parseText } from "../formats/parsers/parse-text.ts";
import { textOf } from "../tree/read-skeleton.ts";
import type { Rendering } from "../render-template.ts";
import { absent, substitute } from "../tree/substitute.ts";

/** A value to set, and its expression if it has one. */
export interface Setting {
  readonly value: unknown;
  readonly expression?: string;
  readonly valued?: Valued;
}

/** Parses the text of a setting, once per place. */
export type SettingPreparer = (text: string, at: Place) => ReturnType<typeof prepareTemplate>;

/** Cached, because every target sets the same texts. */
export function settingPreparer(): SettingPreparer {
  const known = new Map<string, ReturnType<typeof prepareTemplate>>();
  return (text, at) => {
    const key = `${placeText(at)}:${text}`;
    const prepared = known.get(key) ?? prepareTemplate({ file: at.file, text, placeOf: () => at });
    known.set(key, prepared);
    return prepared;
  };
}

interface Setter extends Pick<Rendering, "report" | "check"> {
  readonly prepare: SettingPreparer;
  readonly frame: Frame;
  readonly at: Place;
  readonly object: ObjectId;
}

/** Evaluates a setting whose strings may contain expressions; undefined after a diagnostic. */
export function evaluateSetting(value: unknown, setter: Setter): Setting | undefined {
  if (typeof value === "string")
    return value.includes("{{") ? evaluateText(value, setter) : { value };
  if (typeof value !== "object" || value === null) return { value };
  const children = Object.entries(value).map(([key, child]) => {
    const at = originOf(value, key)?.place ?? setter.at;
    return [key, evaluateSetting(child, { ...setter, at })] as const;
  });
  if (children.some(([, child]) => child === undefined)) return undefined;
  const entries = children.map(([key, child]) => [key, child?.value] as const);
  return {
    value: Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries),
  };
}

function evaluateText(
  text: string,
  { report, check, prepare, frame, at, object }: Setter,
): Setting | undefined {
  const problem: Rendering["report"]["problem"] = (code, place, args) =>
    report.problem(code, place, args, { object });
  const { template, diagnostics } = prepare(text, at);
  for (const { code, args } of diagnostics) problem(code, at, args);
  if (!template) return undefined;
  const noConfig = (name: string): undefined =>
    problem("template-config-missing", at, { name }) as undefined;
  const printed = printTemplate(template, {
    frame,
    report: problem,
    config: noConfig,
    configs: [],
  });
  if (!printed) return undefined;
  const whole = textOf(template, printed.trace);
  const only = onlyPlaceholder(whole.text);
  const document =
    only === undefined
      ? parseText(whole).documents[0]!
      : ({ kind: "value", index: only, offset: 0 } as const);
  const value = substitute(document, {
    values: printed.values,
    printOf: printedAt(printed),
    placeOf: whole.placeOf,
    check,
    ...languages.manifest,
    report: problem,
  });
  if (value === absent) return undefined;
  const expressions = new Set(printed.values.map((_, index) => printedAt(printed)(index).source));
  const first = printed.values.find((valued) => valued?.container);
  return { value, expression: [...expressions].join(", "), ...(first && { valued: first }) };
}
