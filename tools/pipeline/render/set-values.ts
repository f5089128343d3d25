import type { Named } from "../model/desired-state.ts";
import { dottedPathToSet } from "../model/dotted-path.ts";
import { originAt, originOf } from "../model/origin.ts";
import { startOf, type Place } from "../model/place.ts";
import type { Application, ApplicationComponent } from "../model/kinds/application.ts";
import { missingObject } from "./apply-patches.ts";
import { changeDraft } from "./change-draft.ts";
import { shortName, type Draft } from "./draft.ts";
import { evaluateSetting, type Setting, type SettingPreparer } from "./evaluate-setting.ts";
import type { Frame } from "./frame.ts";
import type { Rendering } from "./render-template.ts";
import { originOfValued } from "./trace-source.ts";

interface Setter extends Pick<Rendering, "report" | "check"> {
  readonly prepare: SettingPreparer;
  readonly frame: Frame;
  readonly application: Named<Application>;
}

/** Sets in vendored manifests what their application's definition says; an entry that reaches nothing is reported at its line. */
export function setValues(
  drafts: readonly Draft[],
  entries: NonNullable<ApplicationComponent["set"]>,
  setter: Setter,
): void {
  const { report, application } = setter;
  for (const entry of entries) {
    const place = (key: keyof typeof entry): Place =>
      originOf(entry, key)?.place ?? startOf(application.file);
    const chosen = drafts.filter((draft) => shortName(draft.id) === entry.object);
    if (chosen.length === 0) {
      report.problem("patch-object-missing", place("object"), missingObject(entry.object, drafts));
    }
    for (const draft of chosen) {
      const path = dottedPathToSet(draft.object, entry.path);
      if (!path) {
        report.problem(
          "patch-path-missing",
          place("path"),
          { object: entry.object, path: entry.path },
          draft.id,
        );
        continue;
      }
      const setting = evaluateSetting(entry.value, {
        ...setter,
        at: place("value"),
        object: draft.id,
      });
      if (!setting) draft.incomplete = true;
      else
        changeDraft(
          draft,
          { path, value: setting.value },
          sourceOf(entry, setting, place("value")),
        );
    }
  }
}

function sourceOf(
  entry: object,
  setting: Setting,
  template: Place,
): Parameters<typeof changeDraft>[2] {
  return (rest) => {
    const { expression, valued, value } = setting;
    const origin = valued
      ? originOfValued(valued, rest)
      : (originAt(value, rest) ?? originOf(entry, "value"));
    return {
      template,
      ...(expression !== undefined && { expression }),
      ...(origin && { origin }),
    };
  };
}
