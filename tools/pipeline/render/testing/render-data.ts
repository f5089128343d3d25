import { renderFiles } from "./render-files.ts";

/** The template of a ConfigMap with these lines of data. */
export const configMap = (data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\ndata:\n${data}\n`;

/** Renders a ConfigMap with these lines of data; `values` is the whole view. */
export function renderData(data: string, values: Record<string, unknown>) {
  const { manifests, diagnostics } = renderFiles({
    templates: { "one.yaml": configMap(data) },
    view: { values },
  });
  return { data: manifests[0]?.object["data"], diagnostics, manifest: manifests[0] };
}
