import type { Named } from "../../model/estate/desired-state.ts";
import { dottedPath } from "../../model/values/dotted-path.ts";
import type { Application, ApplicationComponent } from "../../model/kinds/application.ts";
import { changeDraft } from "./change-draft.ts";
import type { Draft } from "./draft.ts";
import { evaluateSetting, type SettingPreparer } from "./evaluate-setting.ts";
import type { Frame } from "../language/frame.ts";
import {
  placeOfEntry,
  reachedDrafts,
  reportLostEntries,
  type LostEntry,
} from "./reached-drafts.ts";
import type { Rendering } from "../render-template.ts";
import { isTrue } from "../language/truth.ts";

interface Remover extends Pick<Rendering, "report" | "check"> {
  readonly prepare: SettingPreparer;
  readonly frame: Frame;
  readonly application: Named<Application>;
}

/**
 * Removes values from vendored manifests as their application declares, always or if the expression `when` is true. An
 * entry that matches nothing is reported at its line, whether its condition holds or not.
 */
export function removeValues(
  drafts: readonly Draft[],
  entries: NonNullable<ApplicationComponent["remove"]>,
  remover: Remover,
): void {
  const { application } = remover;
  const lost: LostEntry[] = [];
  for (const entry of entries) {
    for (const { draft, path } of reachedDrafts(drafts, entry, { find: dottedPath, lost })) {
      if (!counts(entry, draft, remover)) continue;
      const template = placeOfEntry(entry, "path", application);
      changeDraft(draft, { path, value: null }, () => ({ template }));
    }
  }
  reportLostEntries(lost, remover);
}

function counts(
  entry: NonNullable<ApplicationComponent["remove"]>[number],
  draft: Draft,
  remover: Remover,
): boolean {
  if (entry.when === undefined) return true;
  const at = placeOfEntry(entry, "when", remover.application);
  const setting = evaluateSetting(entry.when, { ...remover, at, object: draft.id });
  if (!setting) draft.incomplete = true;
  return setting !== undefined && isTrue(setting.value);
}
