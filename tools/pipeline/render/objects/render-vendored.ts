import { own } from "../../model/values/own.ts";
import type { Named } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { TemplateFile } from "../../model/estate/estate-files.ts";
import type { Application } from "../../model/kinds/application.ts";
import { originOf } from "../../model/origins/origin.ts";
import type { View } from "../../model/view/view.ts";
import { changeDraft } from "./change-draft.ts";
import { identify, type Draft } from "./draft.ts";
import { rootFrame } from "../language/frame.ts";
import { readPlain, type PlainDocument } from "./read-plain.ts";
import type { Rendering } from "../render-template.ts";
import { settingPreparer, type SettingPreparer } from "./evaluate-setting.ts";
import { reportMissingObjects } from "./reached-drafts.ts";
import { removeValues } from "./remove-values.ts";
import { setValues } from "./set-values.ts";

/** Returns whether objects of a kind have a namespace; undefined for an undescribed kind. */
export type Scopes = (group: string, kind: string) => boolean | undefined;

/** Vendored plain manifests by the application's name and their own. */
export interface VendoredFiles {
  readonly namespaced: Scopes;
  readonly prepare: SettingPreparer;
  readonly files: ReadonlyMap<string, ReturnType<typeof readPlain>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses every vendored manifest once. */
export function vendoredFiles(
  templates: readonly TemplateFile[],
  namespaced: Scopes,
): VendoredFiles {
  const files = new Map<string, ReturnType<typeof readPlain>>();
  for (const { vendored, owner, name, text, path } of templates) {
    if (vendored) files.set(`${owner}/${name}`, readPlain(text, path));
  }
  const diagnostics = [...files.values()].flatMap((file) => file.diagnostics);
  return { files, diagnostics, namespaced, prepare: settingPreparer() };
}

interface VendoredInput {
  readonly view: View;
  readonly application: Named<Application>;
  readonly vendored: VendoredFiles;
}

/**
 * Renders the vendored manifests of the components here, in the system's namespace, with its labels and `set` values.
 */
export function renderVendored(
  { view, application, vendored }: VendoredInput,
  rendering: Pick<Rendering, "report" | "check">,
): Draft[] {
  return Object.keys(view.components)
    .sort()
    .flatMap((component) => {
      const declared = own(application.value.components, component);
      if (!declared?.manifests) return [];
      // The check of the application has already reported missing files.
      const files = declared.manifests.flatMap(
        (name) => vendored.files.get(`${application.name}/${name}`) ?? [],
      );
      const drafts = files.flatMap(({ documents }) =>
        documents.map((document) => draftOf(document, { view, component, vendored })),
      );
      const { set = [], remove = [] } = declared;
      const frame = rootFrame(view, { name: "component", of: component });
      const around = { ...rendering, prepare: vendored.prepare, frame, application };
      const isUnread =
        files.length < declared.manifests.length ||
        files.some(({ diagnostics }) => diagnostics.length > 0);
      if (!isUnread) {
        setValues(drafts, set, around);
        removeValues(drafts, remove, around);
      }
      // An entry might belong to an object that could not be read.
      if (isUnread || reportMissingObjects(drafts, [...set, ...remove], around)) {
        for (const draft of drafts) draft.withheld = true;
      }
      if (isUnread || drafts.some(({ withheld }) => withheld)) rendering.report.loseObject();
      return drafts;
    });
}

function draftOf(
  { object, traceable }: PlainDocument,
  { view, component, vendored }: Omit<VendoredInput, "application"> & { component: string },
): Draft {
  const stated = identify(object);
  if (!stated) throw new Error("a plain document was kept that is no object");
  // An undescribed kind most likely has a namespace; the check of manifests reports it as unknown.
  const isInside = vendored.namespaced(stated.group, stated.kind) ?? true;
  const placed = isInside ? { ...stated, namespace: view.namespace } : stated;
  const draft: Draft = {
    id: placed,
    layer: "application",
    component,
    traceable,
    incomplete: false,
    object,
    changes: [],
  };
  if (isInside) {
    const origin = originOf(view, "namespace");
    changeDraft(draft, { path: ["metadata", "namespace"], value: view.namespace }, (_, below) => ({
      template: below.template,
      ...(origin && { origin }),
    }));
  }
  addLabels(draft, view);
  return draft;
}

function addLabels(draft: Draft, { labels }: View): void {
  const { metadata } = draft.object as { metadata: Readonly<Record<string, unknown>> };
  if (typeof metadata["labels"] !== "object" || metadata["labels"] === null) {
    changeDraft(draft, { path: ["metadata", "labels"], value: {} }, (_, below) => below);
  }
  for (const [label, value] of Object.entries(labels)) {
    const origin = originOf(labels, label);
    changeDraft(draft, { path: ["metadata", "labels", label], value }, (_, below) => ({
      template: below.template,
      ...(origin && { origin }),
    }));
  }
}
