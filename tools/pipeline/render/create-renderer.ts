import type { Named } from "../model/estate/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "../model/results/diagnostic.ts";
import type { TemplateFile } from "../model/estate/estate-files.ts";
import type { Application } from "../model/kinds/application.ts";
import { compareObjects, type Manifest } from "../model/kubernetes/manifest.ts";
import type { View, SystemView } from "../model/view/view.ts";
import { applyPatches } from "./objects/apply-patches.ts";
import { valueChecker } from "./tree/check-value.ts";
import { finishDraft, type Draft } from "./objects/draft.ts";
import type { PatchOutcome } from "./objects/idle-patches.ts";
import { ownerKey, prepareLibrary, type Library } from "./prepared-file.ts";
import { configRenderer } from "./render-config.ts";
import { renderTemplate, type Rendering } from "./render-template.ts";
import { renderVendored, vendoredFiles, type Scopes } from "./objects/render-vendored.ts";
import { reportFor } from "./report-problems.ts";
import { selectTemplates } from "./select-templates.ts";

/** One system on one target, and its application. */
interface RenderInput extends SystemView {
  readonly application: Named<Application>;
}

/** Its manifests, sorted by group, kind, namespace and name, and the problems of its templates, values and patches. */
export interface Rendered {
  readonly manifests: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
  /** Set if an object could not be rendered, which has a diagnostic; other objects may refer to it. */
  readonly lacksObjects: boolean;
  /** The effect of each patch here. Whether a patch is idle depends on all targets of its layer. */
  readonly patches: readonly PatchOutcome[];
}

/** Renders systems with one set of parsed templates. */
export interface Renderer {
  /** Checks the templates themselves, used or not. */
  readonly checkTemplates: () => readonly Diagnostic[];
  readonly renderSystem: (input: RenderInput) => Rendered;
}

/**
 * Creates a renderer for the templates and vendored manifests of an estate. It parses them when it first needs them and
 * keeps the result, so create one per run. `namespaced` tells which kinds have a namespace.
 */
export function createRenderer(templates: readonly TemplateFile[], namespaced: Scopes): Renderer {
  let prepared: PreparedTemplates | undefined;
  const prepare = (): PreparedTemplates =>
    (prepared ??= {
      library: prepareLibrary(templates),
      vendored: vendoredFiles(templates, namespaced),
    });
  const check = valueChecker();
  return {
    checkTemplates: () => {
      const { library, vendored } = prepare();
      return sortDiagnostics([...library.diagnostics, ...vendored.diagnostics]);
    },
    renderSystem: ({ view, patches, application }) => {
      const { library, vendored } = prepare();
      const report = reportFor(view);
      if (library.diagnostics.some(({ at }) => isOf(at.file, view))) report.loseObject();
      const drafts = [
        ...renderTemplates({ view, application }, library, { report, check }),
        ...renderVendored({ view, application, vendored }, { report, check }),
      ];
      const reportIdle = () => reportFor(view);
      const outcomes = applyPatches(drafts, patches, { report, reportIdle });
      return {
        manifests: drafts
          .filter(({ withheld }) => !withheld)
          .map((draft) => finishDraft(draft, view.system.name))
          .sort((left, right) => compareObjects(left.id, right.id)),
        diagnostics: sortDiagnostics(report.diagnostics),
        lacksObjects: report.lacksObjects(),
        patches: outcomes,
      };
    },
  };
}

interface PreparedTemplates {
  readonly library: Library;
  readonly vendored: ReturnType<typeof vendoredFiles>;
}

/** Returns whether a template applies to a system. */
function isOf(file: string, { application, provider, dns }: View): boolean {
  const folders = [
    "artefacts/platform",
    `artefacts/applications/${application.name}`,
    `clouds/${provider.name}`,
    `clouds/${dns.provider}`,
  ];
  return folders.some((folder) => file.startsWith(`${folder}/`));
}

function renderTemplates(
  { view, application }: Pick<RenderInput, "view" | "application">,
  library: Library,
  { report, check }: Pick<Rendering, "report" | "check">,
): Draft[] {
  const renderers = new Map<string, Rendering["config"]>();
  const configOf = (key: string): Rendering["config"] => {
    const known =
      renderers.get(key) ?? configRenderer(library.configs.get(key) ?? new Map(), check);
    renderers.set(key, known);
    return known;
  };
  const jobs = selectTemplates(library.manifests, { view, application: application.name });
  return jobs.flatMap((job) =>
    renderTemplate(job, { report, check, config: configOf(ownerKey(job.file.file)) }),
  );
}
