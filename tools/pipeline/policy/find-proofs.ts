import type { Diagnostic } from "../model/diagnostic.ts";
import type { Finding } from "../model/finding.ts";
import { objectName } from "../model/manifest.ts";
import type { Picture } from "../model/picture.ts";
import type { Proof, ProofAspect } from "../model/proof.ts";
import type { TargetResult } from "../model/run-result.ts";

/** What was said against targets and their objects. */
interface Complaints {
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
}

/**
 * What a run proves, sorted: objects of a component render at a target, nothing is wrong with that target, and no rule refuses
 * them. A waiver does not make a proof, and rules about the estate as a whole do not break one.
 */
export function findProofs(
  targets: readonly TargetResult[],
  { diagnostics, findings }: Complaints,
): readonly Proof[] {
  const broken = new Set(diagnostics.map((one) => placeKey(one.environment, one.target)));
  const refused = new Set(
    findings
      .filter(({ action }) => action === "deny")
      .map(({ environment, target, object = "" }) => `${placeKey(environment, target)} ${object}`),
  );
  return targets
    .filter(({ environment, target }) =>
      [placeKey(), placeKey(environment), placeKey(environment, target)].every(
        (place) => !broken.has(place),
      ),
    )
    .flatMap((result) => {
      const sound = soundComponents(result, refused);
      return result.systems
        .flatMap(({ picture }) => claimsOf(picture))
        .filter(({ proof, shownBy }) => sound.has(`${proof.system}/${shownBy}`))
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
  /** The component whose objects show it: those of databases and names are the system's. */
  readonly shownBy: string;
}

/** What one system on one target proves if its objects are sound. */
function claimsOf(picture: Picture): Claim[] {
  const { name: system, traffic } = picture.system;
  const { name: application } = picture.application;
  const shown = (component: string, aspect: ProofAspect, provider: string): Claim => ({
    proof: { application, component, aspect, provider, system },
    shownBy: component in picture.components ? component : "",
  });
  const here = picture.target.provider;
  const stores = Object.entries(picture.datasources);
  return [
    ...["", ...Object.keys(picture.components)].map((name) => shown(name, "runs", here)),
    ...stores
      .filter(([, store]) => store.role !== "client" && store.engine.via !== "managed")
      .map(([name]) => shown(name, "runs", here)),
    ...stores
      .filter(([, store]) => store.role === "primary")
      .map(([name, store]) => shown(name, "backup", store.backup.provider)),
    ...(picture.part.leads ? [shown("", "dns", traffic.dns)] : []),
  ];
}

/** Components of which something renders and nothing is refused; what renders nothing was not tried. */
function soundComponents(
  { environment, target, manifests }: TargetResult,
  refused: ReadonlySet<string>,
): Set<string> {
  const here = placeKey(environment, target);
  const names = new Set<string>();
  const bad = new Set<string>();
  for (const { id, system = "", component = "" } of manifests) {
    names.add(`${system}/${component}`).add(`${system}/`);
    if (refused.has(`${here} ${objectName(id)}`)) bad.add(`${system}/${component}`);
  }
  return names.difference(bad);
}

function placeKey(environment = "", target = ""): string {
  return `${environment}/${target}`;
}

function keyOf(proof: Proof): string {
  const { application, component, aspect, provider, environment, target, system } = proof;
  return [application, component, aspect, provider, environment, target, system].join("\0");
}
