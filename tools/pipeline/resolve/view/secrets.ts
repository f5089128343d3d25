import { durationSeconds } from "../../model/values/durations.ts";
import { setOrigin } from "../../model/origins/origin.ts";
import { own } from "../../model/values/own.ts";
import type { DatasourceView } from "../../model/view/datasource-view.ts";
import type { SecretView } from "../../model/view/view.ts";
import type { Member, Topology } from "../topology.ts";
import { originIn, traced, tracedKeys } from "../traced.ts";

const backupKeys = {
  s3: ["ACCESS_KEY_ID", "ACCESS_SECRET_KEY"],
  "azure-blob": ["AZURE_CONNECTION_STRING"],
  gcs: ["APPLICATION_CREDENTIALS"],
} as const;

/** A secret that a target needs, with its required keys. */
interface NeededSecret {
  readonly name: string;
  readonly keys: readonly string[];
}

/** Lists the secrets that components and databases of one target read from its store. */
export function secretsOf(
  topology: Topology,
  member: Member,
  datasources: readonly DatasourceView[],
): Record<string, SecretView> {
  const { system } = topology;
  const views: Record<string, SecretView> = {};
  for (const { name, keys } of neededSecrets(topology, member, datasources)) {
    const declared = own(system.secrets?.value.secrets, name);
    if (!system.secrets || !declared) continue;
    const origin = originIn(system.secrets, ["secrets", name], "system");
    const view: SecretView = {
      ...declared,
      name,
      keys,
      remotePath: storePath(
        member,
        declared.sameOn === "all" ? declared.path : `${declared.path}/${member.target.name}`,
      ),
      refreshSeconds: refreshSeconds(declared.rotate),
    };
    tracedKeys(view, {
      remotePath: originIn(system.secrets, ["secrets", name, "path"], "system"),
    });
    views[name] = traced(view, origin);
    setOrigin(views, name, origin);
  }
  return views;
}

function storePath({ provider }: Member, path: string): string {
  const separator = provider.value.capabilities["secret-store"]?.separator ?? "/";
  return path.replaceAll("/", separator);
}

/** Lists names and keys of every secret that one target of a system needs, for components and databases. */
export function neededSecrets(
  { application }: Topology,
  member: Member,
  datasources: readonly DatasourceView[],
): NeededSecret[] {
  const ofComponents = member.components.flatMap(
    (component) => own(application.value.components, component)?.secrets ?? [],
  );
  const needed = new Map<string, NeededSecret>();
  for (const name of ofComponents)
    needed.set(name, { name, keys: own(application.value.secrets, name)?.keys ?? [] });
  for (const { name, role, backup } of datasources) {
    if (role === "client") continue;
    needed.set(`${name}-ca`, { name: `${name}-ca`, keys: ["ca.crt", "ca.key"] });
    needed.set(backup.credentials, { name: backup.credentials, keys: backupKeys[backup.protocol] });
  }
  return [...needed.keys()].sort().flatMap((name) => needed.get(name) ?? []);
}

/**
 * Returns a refresh interval so that a rotation arrives within a hundredth of its period: at most hourly, at least
 * daily.
 */
function refreshSeconds(rotate: string): number {
  const wanted = Math.round((durationSeconds(rotate) ?? 0) / 100);
  return Math.min(Math.max(wanted, 3600), 86_400);
}
