import { sortDiagnostics, type Diagnostic } from "../model/results/diagnostic.ts";
import type { TargetState } from "../model/estate/desired-state.ts";
import type { Manifest } from "../model/kubernetes/manifest.ts";
import { contentOf, type ObjectContent } from "../model/kubernetes/object-content.ts";
import { checkAcross } from "./across/check-across.ts";
import type { KnownObject } from "./across/known-objects.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkObjectSchema } from "./check-object-schema.ts";
import { checkCode } from "./core/check-code.ts";
import {
  diagnosticOf,
  formatValue,
  type ManifestProblem,
  type ReportProblem,
} from "./manifest-problem.ts";
import { acceptsAllOf } from "./schema/accepts-all-of.ts";
import type { ApiDescriptions, ApiKind } from "./schema/describe-apis.ts";
import { findKind, type ServedApis } from "./schema/find-kind.ts";
import { servedApis } from "./schema/served-apis.ts";
import { isAboutPresentValue } from "./is-about-present-value.ts";

/** All manifests of one environment on one target, and the known facts about that target. */
export interface ManifestCheck {
  readonly environment?: string;
  readonly target: TargetState;
  readonly manifests: readonly Manifest[];
  readonly apis: ApiDescriptions;
  /** Objects that exist without a manifest: classes, issuers, stores (see known-objects.ts). */
  readonly known?: readonly KnownObject[];
  /**
   * `false` if there are other manifests (single files, objects that failed to render), which may define referenced
   * objects.
   */
  readonly complete?: boolean;
}

/**
 * Returns everything the API servers of the target, now and after the planned upgrade, would refuse, as sorted
 * diagnostics.
 */
export function checkManifests(check: ManifestCheck): Diagnostic[] {
  const { manifests, target, environment } = check;
  const place = { ...(environment === undefined ? {} : { environment }), target: target.name };
  const served = servedApis(target, check.apis);
  const validContents = validContentsOf(target, check.apis);
  const diagnostics: Diagnostic[] = served.missing.map((missing) => ({ ...missing, ...place }));
  const report = (manifest: Manifest, problem: ManifestProblem): void => {
    if (manifest.incomplete && !isAboutPresentValue(problem, manifest)) return;
    diagnostics.push(diagnosticOf(problem, manifest, place));
  };
  for (const manifest of manifests) {
    const content = contentOf(manifest.object);
    if (content && validContents.has(content)) continue;
    const problems = problemsOf(manifest, served.minors);
    for (const problem of problems) report(manifest, problem);
    if (content && problems.length === 0) validContents.add(content);
  }
  checkAcross({ manifests, known: check.known ?? [], complete: check.complete !== false, report });
  return sortDiagnostics(diagnostics);
}

const validContentsByApis = new WeakMap<ApiDescriptions, Map<string, WeakSet<ObjectContent>>>();

/** Valid manifests of targets with the same versions: the other side of a comparison checks the same objects. */
function validContentsOf({ value }: TargetState, apis: ApiDescriptions): WeakSet<ObjectContent> {
  const { kubernetes, addons } = value;
  const versions = JSON.stringify([kubernetes.version, kubernetes.next, addons]);
  const byVersions = validContentsByApis.get(apis) ?? new Map<string, WeakSet<ObjectContent>>();
  const validContents = byVersions.get(versions) ?? new WeakSet<ObjectContent>();
  validContentsByApis.set(apis, byVersions.set(versions, validContents));
  return validContents;
}

function problemsOf(manifest: Manifest, minors: readonly ServedApis[]): readonly ManifestProblem[] {
  const problems: ManifestProblem[] = [];
  const seen = new Set<string>();
  const report: ReportProblem = (problem) => {
    // Two minors, or schema and code, can report the same problem about the same value.
    const key = `${problem.code} ${problem.path.join(".")} ${formatValue(problem.args["field"])}`;
    if (problem.code !== "manifest-rule-refused" && seen.has(key)) return;
    seen.add(key);
    problems.push(problem);
  };
  let first: ApiKind | undefined;
  for (const [index, apis] of minors.entries()) {
    const kind = findKind(manifest.id, apis, report);
    const metadata = apis.kubernetes.metadata?.();
    if (!kind || !metadata) continue;
    // The definition of an add-on does not depend on the minor, and a new minor mostly adds fields.
    const checked = index > 0 && first !== undefined && acceptsAllOf(kind.schema(), first.schema());
    if (!checked) checkObjectSchema(manifest, { kind, metadata, report });
    first ??= kind;
  }
  const minor = Math.min(...minors.map((apis) => Number(apis.minor.split(".")[1])), 99);
  checkIdentity(manifest, {
    ...(first === undefined ? {} : { namespaced: first.namespaced }),
    minor,
    report,
  });
  checkCode(manifest, report);
  return problems;
}
