import {
  objectName,
  type Diagnostic,
  type Finding,
  type Picture,
  type TargetResult,
} from "@altostrata/pipeline";

/** What a run says against targets and objects. */
export interface Complaints {
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
}

/** What is proven: that a component runs, or that a system's DNS or a database's backup works, at a provider. */
interface Subject {
  readonly application: string;
  /** Empty for the system as a whole. */
  readonly component: string;
  readonly aspect: Aspect;
}

export type Aspect = "runs" | "dns" | "backup";

/** Providers at which a subject is proven, sorted. */
export type Proofs = (subject: Subject) => readonly string[];

/**
 * What this run proves: a subject renders at a provider in some environment, nothing is wrong with that target, and no
 * rule refuses its objects. A waiver does not make a proof.
 */
export function findProofs(
  targets: readonly TargetResult[],
  { diagnostics, findings }: Complaints,
): Proofs {
  const broken = new Set(diagnostics.map((one) => placeKey(one.environment, one.target)));
  const refused = new Set(
    findings
      .filter(({ action }) => action === "deny")
      .map(({ environment, target, object = "" }) => `${placeKey(environment, target)} ${object}`),
  );
  const proofs = new Map<string, Set<string>>();
  for (const result of targets) {
    const { environment, target } = result;
    const places = [placeKey(), placeKey(environment), placeKey(environment, target)];
    if (places.some((place) => broken.has(place))) continue;
    const bad = refusedComponents(result, refused);
    for (const { subject, system, provider } of result.systems.flatMap(({ picture }) =>
      shownBy(picture),
    )) {
      if (bad.has(`${system}/${subject.component}`)) continue;
      const key = subjectKey(subject);
      proofs.set(key, (proofs.get(key) ?? new Set()).add(provider));
    }
  }
  return (subject) => [...(proofs.get(subjectKey(subject)) ?? [])].sort();
}

interface Shown {
  readonly subject: Subject;
  readonly system: string;
  readonly provider: string;
}

/** What one system on one target would prove, were nothing wrong with it. */
function shownBy(picture: Picture): Shown[] {
  const { name: application } = picture.application;
  const { name: system, traffic } = picture.system;
  const shown = (component: string, aspect: Aspect, provider: string): Shown => ({
    subject: { application, component, aspect },
    system,
    provider,
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

function subjectKey({ application, component, aspect }: Subject): string {
  return `${application}/${component}/${aspect}`;
}

function placeKey(environment = "", target = ""): string {
  return `${environment}/${target}`;
}

function refusedComponents(
  { environment, target, manifests }: TargetResult,
  refused: ReadonlySet<string>,
): Set<string> {
  return new Set(
    manifests
      .filter(({ id }) => refused.has(`${placeKey(environment, target)} ${objectName(id)}`))
      .map(({ system = "", component = "" }) => `${system}/${component}`),
  );
}
