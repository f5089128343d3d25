import { own } from "../../model/values/own.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Application, ApplicationComponent } from "../../model/kinds/application.ts";
import { settingNames } from "../../model/estate/setting-names.ts";
import { mostPerFile } from "../../model/estate/most-per-file.ts";
import type { Path } from "../../model/origins/origin.ts";
import { diagnose, keyPlaceIn, type Sourced } from "../diagnose.ts";

/** Reports components and parameters in one layer's `components` at `path` that the application does not declare. */
export function checkComponentMap(
  source: Sourced,
  path: Path,
  {
    components = {},
    application,
  }: {
    components: Readonly<Record<string, object | null>> | undefined;
    application: Application;
  },
): Diagnostic[] {
  const known = Object.keys(application.components).sort();
  const problems = Object.entries(components).flatMap(([name, settings]) => {
    const component = own(application.components, name);
    if (component) return checkKeys(source, [...path, name], { settings, component, name });
    const args = { what: "component", name, known };
    return [diagnose("reference-unknown", keyPlaceIn(source, [...path, name]), { args })];
  });
  return problems.slice(0, mostPerFile);
}

function checkKeys(
  source: Sourced,
  path: Path,
  {
    settings,
    component,
    name,
  }: { settings: object | null; component: ApplicationComponent; name: string },
): Diagnostic[] {
  const known = [...settingNames, ...Object.keys(component.parameters ?? {})].sort();
  return Object.keys(settings ?? {})
    .filter((key) => !known.includes(key))
    .map((key) =>
      diagnose("parameter-unknown", keyPlaceIn(source, [...path, key]), {
        args: { parameter: key, component: name, known },
      }),
    );
}
