import type { Action, Finding } from "../../model/results/finding.ts";
import type { Manifest, ManifestSource } from "../../model/kubernetes/manifest.ts";
import type { Place } from "../../model/origins/place.ts";
import { valueAt } from "../../model/values/value-at.ts";
import type { Waivable } from "../waivers/apply-waivers.ts";
import { fingerprint, namedPath } from "./fingerprint.ts";
import { isCloudFact } from "../input/facts/is-cloud-fact.ts";
import { locateFinding, type Location } from "./locate-finding.ts";
import type { RawFinding } from "../bundle/policy-bundle.ts";
import type { SettingsAction } from "../bundle/policy-settings.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/** The data that findings are made with: the rules, their input, and the owner and action of each finding. */
export interface FindingContext {
  readonly rules: readonly RuleMetadata[];
  readonly input: object;
  /** The manifests that findings lead to, by their position in the input's `resources`. */
  readonly manifests: ReadonlyMap<number, Manifest>;
  /** Kinds with an incomplete manifest. */
  readonly incompleteKinds: readonly string[];
  /** Some objects of the target are not rendered, so a missing object is no finding. */
  readonly lacksObjects?: boolean | undefined;
  readonly fallback: Place;
  readonly actionOf: (rule: RuleMetadata, environment: string | undefined) => SettingsAction;
  /** Returns the owner of a finding by its location. */
  readonly belongsTo: (location: Location) => { environment?: string; target?: string };
}

/**
 * Gives raw findings their place, action and fingerprint. Drops findings that the settings switch off or the rule
 * accepts.
 */
export function makeFindings(raw: readonly RawFinding[], context: FindingContext): Waivable[] {
  const rules = new Map(context.rules.map((rule) => [rule.id, rule]));
  const incomplete = new Set(context.incompleteKinds);
  return raw.flatMap(({ rule: id, path, message, missing, detail }) => {
    const rule = rules.get(id);
    if (!rule) return [];
    if (missing !== undefined && (context.lacksObjects || incomplete.has(missing))) return [];
    const location = locateFinding(path, context.input, {
      ...context,
      family: rule.family,
    });
    if (mayBeUnrendered(location, context)) return [];
    if (location.source && isAccepted(location.source, rule)) return [];
    const owner = context.belongsTo(location);
    const action = context.actionOf(rule, owner.environment);
    return action === "off"
      ? []
      : [toWaivable({ rule, message, missing, detail, location, owner, action })];
  });
}

function isAccepted(source: ManifestSource, { accepts }: RuleMetadata): boolean {
  if (accepts === "facts") return isCloudFact(source);
  return accepts === "reasons" && source.patch !== undefined;
}

/** Returns whether the cause may be an unrendered value, which has its own diagnostic. */
function mayBeUnrendered(
  { resource, root, path }: Location,
  { manifests }: FindingContext,
): boolean {
  const manifest = resource === undefined ? undefined : manifests.get(resource);
  if (!manifest?.incomplete) return false;
  const value = valueAt(root, path);
  return value === undefined || value === null || typeof value === "object";
}

interface FindingParts {
  readonly rule: RuleMetadata;
  readonly message: string;
  readonly missing: string | undefined;
  readonly detail: string | undefined;
  readonly location: Location;
  readonly owner: { environment?: string; target?: string };
  readonly action: Action;
}

function toWaivable(parts: FindingParts): Waivable {
  const { rule, message, missing, detail, location, owner, action } = parts;
  const { at, object, path, source, manifest: { system, component } = {}, root } = location;
  const waiverPath = namedPath(root, path).join(".");
  const finding: Finding = {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    action,
    message,
    remediation: rule.remediation,
    ...owner,
    ...(object === undefined ? {} : { object }),
    ...(missing === undefined ? {} : { missing }),
    path,
    ...(waiverPath === "" ? {} : { waiverPath }),
    at,
    ...(system === undefined ? {} : { system }),
    ...(component === undefined ? {} : { component }),
    ...(source ? { source: templateLine(source) } : {}),
    fingerprint: fingerprint({ rule: rule.id, ...owner, object, path, root, detail }),
  };
  return { finding, namedPath: waiverPath };
}

/** Omits overridden values: findings are stored, and must not hold values of other layers. */
function templateLine({ template, expression }: ManifestSource): NonNullable<Finding["source"]> {
  return { template, ...(expression === undefined ? {} : { expression }) };
}
