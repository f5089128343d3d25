import type { Named } from "../../model/estate/desired-state.ts";
import type { TemplateFile } from "../../model/estate/estate-files.ts";
import type { Application, ApplicationComponent } from "../../model/kinds/application.ts";
import { setOrigin, setRootOrigin } from "../../model/origins/origin.ts";
import type { View, SystemView } from "../../model/view/view.ts";
import { idlePatches, lineOfPatch } from "../objects/idle-patches.ts";
import { createRenderer, type Rendered } from "../create-renderer.ts";

/** Input of a render test: templates by their path below `templates` (or `manifests`), and their context. */
export interface TestInput {
  readonly templates: Readonly<Record<string, string>>;
  /** Additional keys of the view; most tests use `values`. */
  readonly view?: Readonly<Record<string, unknown>>;
  readonly patches?: SystemView["patches"];
  readonly component?: Partial<ApplicationComponent>;
}

/** Renders templates of one application for one system, with a view whose values all have an origin. */
export function renderFiles({
  templates,
  view = {},
  patches = [],
  component,
}: TestInput): Rendered {
  const files = Object.entries(templates).map(([name, text]) => templateFile(name, text));
  const renderer = createRenderer(files, testScopes);
  const rendered = renderer.renderSystem({
    view: testView(view),
    patches,
    application: application(component),
  });
  const idle = idlePatches(() => patches.map(lineOfPatch), rendered.patches);
  const diagnostics = [...renderer.checkTemplates(), ...rendered.diagnostics, ...idle];
  return { ...rendered, diagnostics };
}

/** Scopes of the kinds that tests use, as a target's Kubernetes would report them. */
export function testScopes(group: string, kind: string): boolean | undefined {
  if (group.endsWith("example.com")) return undefined;
  return kind !== "ClusterRole";
}

/** Builds the template file that the schema step would build from a path. */
export function templateFile(
  name: string,
  text: string,
  more: Partial<TemplateFile> = {},
): TemplateFile {
  const vendored = name.startsWith("manifests/");
  const inside = name.replace("manifests/", "");
  const folder = vendored ? "" : "templates/";
  return {
    path: `artefacts/applications/shop/${folder}${name}${vendored ? "" : ".hbs"}`,
    layer: "application",
    owner: "shop",
    scope: "system",
    name: inside,
    language: languageOf(inside),
    vendored,
    text,
    ...more,
  };
}

function languageOf(name: string): TemplateFile["language"] {
  if (name.endsWith(".config.yaml")) return "yaml";
  const extension = name.split(".").at(-1) ?? "";
  const known: Readonly<Record<string, TemplateFile["language"]>> = {
    yaml: "manifest",
    toml: "toml",
    json: "json",
    properties: "properties",
  };
  return known[extension] ?? "text";
}

/**
 * Builds a view with the keys that the renderer reads, and the given keys; each value has an origin named after its
 * path.
 */
export function testView(values: Readonly<Record<string, unknown>>): View {
  const view = {
    environment: { name: "test" },
    application: { name: "shop" },
    system: { name: "shop" },
    namespace: "shop",
    labels: { team: "shop" },
    target: { name: "here" },
    provider: { name: "aws" },
    components: {},
    datasources: {},
    dns: { provider: "aws", rendered: false },
    ...values,
  };
  giveOrigins(view, "");
  return view as unknown as View;
}

/** Gives everything inside the value an origin: a file named after the path. */
export function giveOrigins<Value>(value: Value, path: string): Value {
  if (typeof value !== "object" || value === null) return value;
  setRootOrigin(value, { place: { file: `${path || "/"}`, line: 1, column: 1 } });
  for (const [key, child] of Object.entries(value)) {
    setOrigin(value, key, { place: { file: `${path}/${key}`, line: 1, column: 1 } });
    giveOrigins(child, `${path}/${key}`);
  }
  return value;
}

function application(component: Partial<ApplicationComponent> = {}): Named<Application> {
  const value = giveOrigins({ components: { web: component } }, "application.yaml");
  return { name: "shop", file: "application.yaml", value: value as unknown as Application };
}
