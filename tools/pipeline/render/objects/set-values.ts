import type { Named } from "../../model/estate/desired-state.ts";
import { dottedPathToSet } from "../../model/values/dotted-path.ts";
import { originAt, originOf } from "../../model/origins/origin.ts";
import type { Place } from "../../model/origins/place.ts";
import type { Application, ApplicationComponent } from "../../model/kinds/application.ts";
import { changeDraft } from "./change-draft.ts";
import type { Draft } from "./draft.ts";
import { evaluateSetting, type Setting, type SettingPreparer } from "./evaluate-setting.ts";
import type { Frame } from "../language/frame.ts";
import {
  placeOfEntry,
  reachedDrafts,
  reportLostEntries,
  type LostEntry,
} from "./reached-drafts.ts";
import type { Rendering } from "../render-template.ts";
import { originOfValued } from "../tree/trace-source.ts";

interface Setter extends Pick<Rendering, "report" | "check"> {
  readonly prepare: SettingPreparer;
  readonly frame: Frame;
  readonly application: Named<Application>;
}

/**
 * Sets values in vendored manifests as their application declares; an entry that matches nothing is reported at its
 * line.
 */
export function setValues(
  drafts: readonly Draft[],
  entries: NonNullable<ApplicationComponent["set"]>,
  setter: Setter,
): void {
  const { application } = setter;
  const lost: LostEntry[] = [];
  for (const entry of entries) {
    const at = placeOfEntry(entry, "value", application);
    const reached = reachedDrafts(drafts, entry, { find: dottedPathToSet, lost });
    for (const { draft, path } of reached) {
      const setting = evaluateSetting(entry.value, { ...setter, at, object: draft.id });
      if (setting) {
        changeDraft(draft, { path, value: setting.value }, sourceOf(entry, setting, at));
      } else {
        // The shipped value is not the one that would be deployed.
        changeDraft(draft, { path, value: null }, () => ({ template: at }));
        draft.incomplete = true;
      }
    }
  }
  reportLostEntries(lost, setter);
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
