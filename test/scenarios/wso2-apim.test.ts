import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type RenderedTarget,
} from "@altostrata/pipeline";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

// Schemas cannot check this: the product's configuration on one target must match the objects of another.

const repository = join(import.meta.dirname, "../..");
const targets: RenderedTarget[] = [];

beforeAll(async () => {
  const policies = await loadPolicies(folderOnDisk(join(repository, "policies")));
  const onRendered = (rendered: readonly RenderedTarget[]) => targets.push(...rendered);
  await run({ reader: workTreeReader(repository), policies, asOf: estateDay, onRendered });
});

describe("wso2-apim across targets", () => {
  it("has an environment for the label of every gateway", () => {
    for (const { environment, namespace, toml } of configurations("gateway")) {
      const [label = ""] = listIn(toml, "gateway_labels");
      const [controlPlane] = configurations("control-plane-1", { environment, namespace });
      expect(controlPlane?.toml).toContain(`name = "${label}"`);
    }
  });

  it("subscribes every gateway to each broker by an existing name, with TLS only", () => {
    for (const { environment, namespace, toml } of configurations("gateway")) {
      const brokers = listIn(toml, "event_listening_endpoints");
      const instances = configurations("control-plane-", { environment, namespace });
      expect(brokers).toHaveLength(instances.length);
      expect(toml).not.toMatch(/:(5672|9611)\b/);
      const known = addresses(environment, namespace);
      expect(hostsIn(toml).filter((host) => !known.has(host))).toEqual([]);
    }
  });

  it("forwards the events of an instance to the others but not to itself", () => {
    const instances = [...configurations("control-plane-"), ...configurations("traffic-manager-")];
    for (const { environment, namespace, component, toml } of instances) {
      const kind = component.replace(/[0-9]+$/, "");
      const others = configurations(kind, { environment, namespace })
        .filter((other) => other.component !== component)
        .map((other) => `tcp://${other.component}.${namespace}.svc:8672`);
      expect(listIn(toml, "event_duplicate_url")).toEqual(others);
    }
  });

  it("keeps the databases and the administrator's account away from gateways", () => {
    for (const { environment, target, namespace, toml } of configurations("gateway")) {
      expect(toml).not.toContain("[database.");
      const gateway = objectAt({ environment, target }, `Deployment/${namespace}/gateway`);
      expect(JSON.stringify(gateway)).not.toMatch(/"name":"(admin|apim-database)"/);
    }
  });
});

interface Configuration {
  readonly environment: string;
  readonly target: string;
  readonly namespace: string;
  readonly component: string;
  readonly toml: string;
}

/** The rendered `deployment.toml` of the components with this prefix; at least one must exist. */
function configurations(
  prefix: string,
  place: { environment?: string; namespace?: string } = {},
): readonly Configuration[] {
  const found = targets.flatMap(({ environment, target, manifests }) =>
    manifests.flatMap(({ id, object }): Configuration[] => {
      const component = id.name.replace(/-configuration$/, "");
      const toml = (object["data"] as Record<string, string> | undefined)?.["deployment.toml"];
      if (id.kind !== "ConfigMap" || toml === undefined || !component.startsWith(prefix)) return [];
      return [{ environment, target, namespace: id.namespace, component, toml }];
    }),
  );
  const wanted = found.filter(
    (one) =>
      one.environment === (place.environment ?? one.environment) &&
      one.namespace === (place.namespace ?? one.namespace),
  );
  expect(wanted, `configurations of ${prefix}`).not.toEqual([]);
  return wanted;
}

function listIn(toml: string, key: string): string[] {
  const list = new RegExp(`^${key} = \\[(.*)\\]$`, "m").exec(toml)?.[1] ?? "";
  return [...list.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text);
}

function hostsIn(toml: string): string[] {
  return [...toml.matchAll(/(?:tcp|ssl|https):\/\/([a-z0-9.-]+):[0-9]+/g)].map(
    ([, host = ""]) => host,
  );
}

/** The DNS names of a namespace's Services, from inside their target and from other targets. */
function addresses(environment: string, namespace: string): ReadonlySet<string> {
  const services = targets
    .filter((target) => target.environment === environment)
    .flatMap(({ manifests }) => manifests)
    .filter(({ id }) => id.kind === "Service" && id.namespace === namespace);
  return new Set(
    services.flatMap(({ id, object }) => {
      const metadata = object["metadata"] as { annotations?: Record<string, string> };
      const published = metadata.annotations?.["external-dns.kubernetes.io/hostname"];
      return [`${id.name}.${namespace}.svc`, ...(published === undefined ? [] : [published])];
    }),
  );
}

function objectAt(place: { environment: string; target: string }, name: string): unknown {
  const found = targets
    .filter(
      ({ environment, target }) => environment === place.environment && target === place.target,
    )
    .flatMap(({ manifests }) => manifests)
    .find(({ id }) => `${id.kind}/${id.namespace}/${id.name}` === name);
  expect(found, name).toBeDefined();
  return found?.object;
}
