export { closestWord } from "./model/closest-word.ts";
export type {
  DiagnosticCode,
  LoadCode,
  ManifestCode,
  PolicyCode,
  RenderCode,
  ResolveCode,
  SchemaCode,
} from "./model/codes.ts";
export type { DesiredState } from "./model/desired-state.ts";
export type { Diagnostic, MessageArgument } from "./model/diagnostic.ts";
export type { EstateReader } from "./model/estate-reader.ts";
export type { Action, Finding, Severity } from "./model/finding.ts";
export { objectName, type Manifest, type ManifestSource } from "./model/manifest.ts";
export type { Layer, Origin, OverriddenValue, Path } from "./model/origin.ts";
export { comparePlaces, type Place } from "./model/place.ts";
export type { RunResult, TargetResult } from "./model/run-result.ts";
