import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { output } from "../machine/start-machine.ts";

const namespace = "secret-store";

interface ExternalSecret {
  readonly kind: string;
  readonly metadata: { readonly namespace: string };
  readonly spec: {
    readonly data?: readonly {
      readonly remoteRef: { readonly key: string; readonly property: string };
    }[];
  };
}

/**
 * The store that secrets come from: a namespace with an entry for everything that rendered objects ask for. Keys that are not
 * `known` get a random text.
 */
export function secretStore(
  rendered: readonly ManifestObject[],
  known: ReadonlyMap<string, string>,
): ManifestObject[] {
  const secrets = rendered
    .filter(({ kind }) => kind === "ExternalSecret")
    .map((object) => object as unknown as ExternalSecret);
  const readers = [...new Set(secrets.map(({ metadata }) => metadata.namespace))];
  const entries = Map.groupBy(
    secrets.flatMap(({ spec }) => spec.data ?? []).map(({ remoteRef }) => remoteRef),
    ({ key }) => key,
  );
  const values = new Map([...authority(), ...known]);
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
    ...permissions(readers),
    ...[...entries].map(([name, references]) => ({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name, namespace },
      stringData: Object.fromEntries(
        references.map(({ property }) => [property, values.get(property) ?? randomText()]),
      ),
    })),
  ];
}

// One authority signs for all databases of a run; everything else is a text that nobody can guess.
function authority(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "altostrata-authority-"));
  const [certificate, key] = [join(folder, "ca.crt"), join(folder, "ca.key")];
  try {
    const options = "-x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30".split(" ");
    const subject = ["-subj", "/CN=databases of the cluster tests"];
    output("openssl", ["req", ...options, ...subject, "-keyout", key, "-out", certificate]);
    return new Map([
      ["ca.crt", readFileSync(certificate, "utf8")],
      ["ca.key", readFileSync(key, "utf8")],
      // The templates name the owner of a database after its datasource.
      ["username", "shop"],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function randomText(): string {
  return randomBytes(24).toString("base64url");
}

function permissions(readers: readonly string[]): ManifestObject[] {
  const api = "rbac.authorization.k8s.io";
  const metadata = { name: "reader", namespace };
  return [
    {
      apiVersion: `${api}/v1`,
      kind: "Role",
      metadata,
      rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["get", "list", "watch"] }],
    },
    {
      apiVersion: `${api}/v1`,
      kind: "RoleBinding",
      metadata,
      roleRef: { apiGroup: api, kind: "Role", name: "reader" },
      subjects: readers.map((reader) => ({
        kind: "ServiceAccount",
        name: "secret-reader",
        namespace: reader,
      })),
    },
  ];
}
