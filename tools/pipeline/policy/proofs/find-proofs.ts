import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Finding } from "../../model/results/finding.ts";
import type { Proof, ProofAspect } from "../../model/results/proof.ts";
import type { SystemSummary, TargetSummary } from "../../model/results/target-summary.ts";
import type { Policies } from "../bundle/load-policies.ts";
import { describeFailures, type RuleResults } from "../evaluate/rule-results.ts";

/** Finds the proofs of targets after their rules were evaluated; `diagnostics` are those of earlier steps. */
export function prove(
  targets: readonly TargetSummary[],
  results: RuleResults,
  { policies, diagnostics }: { policies: Policies; diagnostics: readonly Diagnostic[] },
): readonly Proof[] {
  const { rules } = policies.bundle;
  const ofTargets = new Set(rules.filter(({ scope }) => scope === "target").map(({ id }) => id));
  return findProofs(targets, {
    diagnostics: [...diagnostics, ...policies.diagnostics, ...describeFailures(results.failures)],
    findings: results.findings.flatMap(({ finding }) =>
      ofTargets.has(finding.rule) ? finding : [],
    ),
  });
}

/** The problems of targets and their objects. */
interface KnownProblems {
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
}

/**
 * Lists the proofs of a run, sorted. A component is proven at a target if its objects render, the target has no
 * diagnostic, and no rule denies them. Waived findings still deny, and findings about the estate do not.
 */
export function findProofs(
  targets: readonly TargetSummary[],
  { diagnostics, findings }: KnownProblems,
): readonly Proof[] {
  const broken = new Set(diagnostics.map((one) => placeKey(one.environment, one.target)));
  const refused = new Set(
    findings
      .filter(({ action, object }) => action === "deny" && object !== undefined)
      .map(({ environment, target, system = "", component = "" }) =>
        [placeKey(environment, target), system, component].join(" "),
      ),
  );
  return targets
    .filter(({ environment, target }) =>
      [placeKey(), placeKey(environment), placeKey(environment, target)].every(
        (place) => !broken.has(place),
      ),
    )
    .flatMap((result) => {
      const here = placeKey(result.environment, result.target);
      return result.systems
        .flatMap((system) => claimsOf(system))
        .filter(
          ({ proof, dependsOn, isRendered }) =>
            isRendered && !refused.has([here, proof.system, dependsOn].join(" ")),
        )
        .map(({ proof }): Proof => ({
          ...proof,
          environment: result.environment,
          target: result.target,
        }));
    })
    .map((proof) => ({ proof, key: keyOf(proof) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ proof }) => proof);
}

interface Claim {
  readonly proof: Omit<Proof, "environment" | "target">;
  /** The component that the proof depends on. Databases and DNS names depend on the whole system. */
  readonly dependsOn: string;
  /** Without rendered objects there is no proof. */
  readonly isRendered: boolean;
}

/** Lists the claims of one system on one target. */
function claimsOf(summary: SystemSummary): Claim[] {
  const { name: system, application, provider: here, components, datasources, dns } = summary;
  const claim = (component: string, aspect: ProofAspect, provider: string): Claim => {
    const dependsOn = components.includes(component) ? component : "";
    return {
      proof: { application, component, aspect, provider, system },
      dependsOn,
      isRendered:
        summary.rendered.includes(dependsOn) || (dependsOn === "" && summary.rendered.length > 0),
    };
  };
  return [
    ...["", ...components].map((name) => claim(name, "runs", here)),
    ...datasources
      .filter(({ role, via }) => role !== "client" && via !== "managed")
      .map(({ name }) => claim(name, "runs", here)),
    ...datasources
      .filter(({ role }) => role === "primary")
      .map(({ name, backup }) => claim(name, "backup", backup)),
    ...(dns === undefined ? [] : [claim("", "dns", dns)]),
  ];
}

function placeKey(environment = "", target = ""): string {
  return `${environment}/${target}`;
}

function keyOf(proof: Proof): string {
  const { application, component, aspect, provider, environment, target, system } = proof;
  return [application, component, aspect, provider, environment, target, system].join("\0");
}
