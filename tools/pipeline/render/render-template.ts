import type { Unfitness } from "./tree/check-value.ts";
import { identify, type Draft } from "./objects/draft.ts";
import type { EvaluationContext } from "./language/evaluate.ts";
import { languages } from "./formats/languages.ts";
import { cutDocuments, printTemplate, type Printed } from "./language/print-template.ts";
import { printedAt } from "./tree/printed-at.ts";
import type { Report } from "./report-problems.ts";
import type { Job } from "./select-templates.ts";
import type { Skeleton, SkeletonNode } from "./tree/skeleton.ts";
import { absent, substitute } from "./tree/substitute.ts";

/** Dependencies of rendering a template. */
export interface Rendering {
  readonly report: Report;
  readonly config: EvaluationContext["config"];
  readonly check: (value: unknown) => Unfitness | undefined;
}

/** Renders a template and returns its objects; documents that are not objects are reported and skipped. */
export function renderTemplate(job: Job, rendering: Rendering): Draft[] {
  const { template, skeletonOf } = job.file;
  const { config, report } = rendering;
  const printed = printTemplate(template, {
    frame: job.frame,
    report: report.problem,
    config,
    configs: [],
  });
  if (!printed || printed.leftOut) report.loseObject();
  if (!printed) return [];
  return cutDocuments(printed).flatMap((part) => {
    const skeleton = skeletonOf(part.trace);
    for (const { code, at, args } of skeleton.diagnostics) report.problem(code, at, args);
    if (skeleton.diagnostics.length > 0) report.loseObject();
    return skeleton.documents.flatMap(
      (document) => renderDocument({ job, printed: part, skeleton, document }, rendering) ?? [],
    );
  });
}

interface Document {
  readonly job: Job;
  readonly printed: Printed;
  readonly skeleton: Skeleton;
  readonly document: SkeletonNode;
}

function renderDocument(
  { job, printed, skeleton, document }: Document,
  { report, check }: Rendering,
): Draft | undefined {
  const { values } = printed;
  const { placeOf } = skeleton;
  const problems: Parameters<Report["problem"]>[] = [];
  const object = substitute(document, {
    values,
    printOf: printedAt(printed),
    placeOf,
    check,
    ...languages.manifest,
    report: (...problem) => problems.push(problem),
  });
  const id = identify(object);
  for (const [code, at, args] of problems) report.problem(code, at, args, { object: id });
  const incomplete = printed.incomplete || problems.length > 0;
  if (id === undefined) {
    report.loseObject();
    // A document without a name because its value is missing already has a diagnostic.
    if (!incomplete || object === absent)
      report.problem("template-not-an-object", placeOf(document.offset), {});
    return undefined;
  }
  return {
    id,
    layer: job.file.file.layer,
    component: job.component,
    traceable: { document, values, printOf: printedAt(printed), placeOf },
    incomplete,
    object: object as Draft["object"],
    changes: [],
  };
}
