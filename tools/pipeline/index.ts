export { checkFiles, type CheckFilesRequest, type RenderedFile } from "./check-files.ts";
export { findRenames } from "./diff/renames/find-renames.ts";
export { compareWithBaseline } from "./diff/findings/compare-with-baseline.ts";
export type { ComparedRun } from "./diff/compare-runs.ts";
export type { ComparedEnvironment } from "./diff/compared-environment.ts";
export { differingDigests, changeDigests, type ChangeDigests } from "./diff/change-digests.ts";
export { alignLists } from "./diff/values/align-lists.ts";
export { createRedactor, type Redactor } from "./secrets/create-redactor.ts";
export { withoutSecrets } from "./secrets/replace-in-text.ts";
export { folderOnDisk } from "./load/folder-on-disk.ts";
export { loadEstate } from "./load/load-estate.ts";
export { workTreeReader } from "./load/work-tree-reader.ts";
export { closestWord } from "./model/values/closest-word.ts";
export { dottedPath, elementName } from "./model/values/dotted-path.ts";
export {
  changeClasses,
  reversibilities,
  type ChangeClass,
  type Reversibility,
} from "./model/comparison/change-classes.ts";
export type {
  AffectedOwner,
  ComparedDiagnostic,
  ComparedFinding,
  Comparison,
  FieldChange,
  ImageChange,
  LockInChange,
  ObjectChange,
  ParityChange,
  PolicyChange,
  Reason,
  SystemGraph,
  Rename,
  TargetChange,
  TopologyChange,
} from "./model/comparison/comparison.ts";
export type {
  DiagnosticCode,
  LoadCode,
  ManifestCode,
  PolicyCode,
  RenderCode,
  ResolveCode,
  SchemaCode,
} from "./model/results/codes.ts";
export type { NewProblems } from "./model/results/new-problems.ts";
export type { DesiredState, Named, Price } from "./model/estate/desired-state.ts";
export { contentOf, type ObjectContent } from "./model/kubernetes/object-content.ts";
export { durationSeconds } from "./model/values/durations.ts";
export type { Diagnostic, MessageArgument } from "./model/results/diagnostic.ts";
export type { EstateFile } from "./model/estate/estate-files.ts";
export type { Environment } from "./model/kinds/environment.ts";
export type { Images } from "./model/kinds/images.ts";
export type { Provider } from "./model/kinds/provider.ts";
export type { Secrets } from "./model/kinds/secrets.ts";
export type { System } from "./model/kinds/system.ts";
export type { Target } from "./model/kinds/target.ts";
export type { EstateEntry, EstateReader } from "./model/estate/estate-reader.ts";
export { parseComparison } from "./model/comparison/parse-comparison.ts";
export { digestOf } from "./model/results/input-digests.ts";
export type { RenderedTarget } from "./model/results/rendered-target.ts";
export type { Store } from "./model/results/run-cache.ts";
export { folderBelow, type FolderReader } from "./model/estate/folder-reader.ts";
export type { Action, Finding, Severity } from "./model/results/finding.ts";
export {
  kindName,
  objectName,
  userPlace,
  type Manifest,
  type ManifestSource,
  type ObjectId,
} from "./model/kubernetes/manifest.ts";
export {
  placeAt,
  type Layer,
  type Origin,
  type OverriddenValue,
  type Path,
} from "./model/origins/origin.ts";
export type { View } from "./model/view/view.ts";
export { comparePlaces, placeText, type Place } from "./model/origins/place.ts";
export type { Proof, ProofAspect } from "./model/results/proof.ts";
export { parseQuantity } from "./model/kubernetes/quantity.ts";
export type { RunResult } from "./model/results/run-result.ts";
export type { SystemSummary, TargetSummary } from "./model/results/target-summary.ts";
export type { EnvironmentTarget } from "./model/estate/environment-target.ts";
export { valueAt } from "./model/values/value-at.ts";
export { checkSchema } from "./schema/check-schema.ts";
export { dropConsequences } from "./diagnostics/drop-consequences.ts";
export { resolveEstate } from "./resolve/resolve.ts";
export { PolicyBundleError } from "./policy/bundle/policy-bundle.ts";
export { loadPolicies, type Policies } from "./policy/bundle/load-policies.ts";
export { rulesDigest } from "./policy/bundle/rules-digest.ts";
export { requireFreshBundle } from "./policy/bundle/require-fresh-bundle.ts";
export { splitExamples, type RuleExample } from "./policy/bundle/split-examples.ts";
export { printManifest } from "./render/formats/print-manifest.ts";
export { cachedSteps } from "./cached-steps.ts";
export {
  compareBoth,
  type CompareBothRequest,
  type LockInComparison,
} from "./compare/compare-both.ts";
export { policySides, withPolicies } from "./compare/policy-sides.ts";
export { runBoth, type Both } from "./compare/run-both.ts";
export { openEstate, plainSteps, run, runResolved } from "./run.ts";
export type { ResolvedEstate, RunRequest, RunStep, Steps } from "./steps.ts";
export { own } from "./model/values/own.ts";
export { uniqueBy } from "./model/values/unique-by.ts";
