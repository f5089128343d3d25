import { own } from "../model/values/own.ts";
import type { View } from "../model/view/view.ts";
import { rootFrame, type Frame } from "./language/frame.ts";
import type { PreparedFile } from "./prepared-file.ts";

/** One rendering of one template: for a system, a component or a datasource. */
export interface Job {
  readonly file: PreparedFile;
  readonly frame: Frame;
  readonly component?: string;
}

/** Lists the templates that apply to one system on one target, once per rendering of their scope. */
export function selectTemplates(
  files: readonly PreparedFile[],
  { view, application }: { view: View; application: string },
): Job[] {
  const frames = framesOf(view);
  return files.flatMap((prepared): Job[] => {
    const { layer, owner, scope, component } = prepared.file;
    if (layer === "application" && owner !== application) return [];
    if (layer === "provider" && owner !== providerOf(prepared, view)) return [];
    if (scope === "dns") return view.dns.rendered ? [{ file: prepared, frame: frames.system }] : [];
    if (scope === "system") return [{ file: prepared, frame: frames.system }];
    if (scope === "datasource")
      return frames.datasources.map((frame) => ({ file: prepared, frame }));
    return frames.components
      .filter(({ name }) => component === undefined || component === name)
      .map(({ name, frame }) => ({ file: prepared, frame, component: name }));
  });
}

/** Returns the provider whose templates of a scope apply; for DNS, the provider that holds the system's names. */
function providerOf({ file }: PreparedFile, view: View): string {
  return file.scope === "dns" ? view.dns.provider : view.provider.name;
}

function framesOf(view: View) {
  const components = Object.keys(view.components)
    .sort()
    .map((name) => ({ name, frame: rootFrame(view, { name: "component", of: name }) }));
  const datasources = Object.keys(view.datasources)
    .sort()
    .filter((name) => own(view.datasources, name)?.role !== "client")
    .map((name) => rootFrame(view, { name: "datasource", of: name }));
  return { system: rootFrame(view), components, datasources };
}
