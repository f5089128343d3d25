import { closestWord } from "../../model/values/closest-word.ts";
import type { Named } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Application } from "../../model/kinds/application.ts";
import { startOf } from "../../model/origins/place.ts";
import { diagnose, placeIn } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";

/** Reports listed vendored manifests that do not exist, and existing ones that no component lists. */
export function checkVendored(
  application: Named<Application>,
  { vendored }: EstateIndex,
): Diagnostic[] {
  const files = vendored.get(application.name) ?? [];
  const known = files.map(({ name }) => name).sort();
  const listed = Object.entries(application.value.components).flatMap(
    ([component, { manifests }]) =>
      (manifests ?? []).map((name, position) => ({
        name,
        path: ["components", component, "manifests", position],
      })),
  );
  const missing = listed.filter(({ name }) => !known.includes(name));
  const unlisted = known.filter((file) => !listed.some(({ name }) => name === file));
  // A misspelled name is one fault, although it also leaves a file unlisted.
  const meant = missing.map(({ name }) => closestWord(name, unlisted));
  return [
    ...missing.map(({ name, path }, index) => {
      const suggestion = meant[index];
      const args = { what: "vendored manifest", name, known, ...(suggestion && { suggestion }) };
      return diagnose("reference-unknown", placeIn(application, path), { args });
    }),
    ...files
      .filter(({ name }) => unlisted.includes(name) && !meant.includes(name))
      .map(({ name, path }) =>
        diagnose("file-not-listed", startOf(path), { args: { file: name, by: application.file } }),
      ),
  ];
}
