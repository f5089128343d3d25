import { pathPattern, type PathPattern } from "./select-paths.ts";

/** The fields in which objects of a kind name another object. */
export interface ReferenceRow {
  /** Path to the object that holds the name, or to the name itself. */
  readonly holder: PathPattern;
  /** Field of the holder with the name; absent if the holder is the name. */
  readonly name?: string;
  /** Fields of the holder that name a key (or `items`, each of which has a key). */
  readonly key?: string;
  /** `group/kind` of the referenced object. */
  readonly to: string;
}

function row(path: string, to: string, fields: { name?: string; key?: string } = {}): ReferenceRow {
  return { holder: pathPattern(path), to, ...fields };
}

const named = { name: "name" };
const withKey = { name: "name", key: "key" };
const all = "containers|initContainers[]";

/** References of a pod, relative to its spec. */
export const podReferences: readonly ReferenceRow[] = [
  row("serviceAccountName", "/ServiceAccount"),
  row("priorityClassName", "scheduling.k8s.io/PriorityClass"),
  row("imagePullSecrets[].name", "/Secret"),
  row("volumes[].secret", "/Secret", { name: "secretName", key: "items" }),
  row("volumes[].configMap", "/ConfigMap", { name: "name", key: "items" }),
  row("volumes[].persistentVolumeClaim.claimName", "/PersistentVolumeClaim"),
  row("volumes[].projected.sources[].secret", "/Secret", { name: "name", key: "items" }),
  row("volumes[].projected.sources[].configMap", "/ConfigMap", { name: "name", key: "items" }),
  row(`${all}.env[].valueFrom.secretKeyRef`, "/Secret", withKey),
  row(`${all}.env[].valueFrom.configMapKeyRef`, "/ConfigMap", withKey),
  row(`${all}.envFrom[].secretRef`, "/Secret", named),
  row(`${all}.envFrom[].configMapRef`, "/ConfigMap", named),
];

const storageClass = "storage.k8s.io/StorageClass";
const database = "postgresql.cnpg.io/Cluster";
const monitored = "spec.podMetricsEndpoints|endpoints[]";

/** References of other kinds, by `group/kind`, relative to the object's root. */
export const references: Readonly<Record<string, readonly ReferenceRow[]>> = {
  "/PersistentVolumeClaim": [row("spec.storageClassName", storageClass)],
  "apps/StatefulSet": [
    row("spec.serviceName", "/Service"),
    row("spec.volumeClaimTemplates[].spec.storageClassName", storageClass),
  ],
  "networking.k8s.io/Ingress": [
    row("spec.ingressClassName", "networking.k8s.io/IngressClass"),
    row("spec.tls[].secretName", "/Secret"),
  ],
  "gateway.networking.k8s.io/Gateway": [
    row("spec.gatewayClassName", "gateway.networking.k8s.io/GatewayClass"),
  ],
  "keda.sh/ScaledObject": [],
  "keda.sh/TriggerAuthentication": [row("spec.secretTargetRef[]", "/Secret", withKey)],
  "cert-manager.io/Issuer": [
    row("spec.ca", "/Secret", { name: "secretName" }),
    row("spec.acme.solvers[].dns01.rfc2136.tsigSecretSecretRef", "/Secret", withKey),
  ],
  "external-secrets.io/SecretStore": [
    row("spec.provider.aws.auth.jwt.serviceAccountRef.name", "/ServiceAccount"),
    row("spec.provider.azurekv.serviceAccountRef.name", "/ServiceAccount"),
    row("spec.provider.gcpsm.auth.workloadIdentity.serviceAccountRef.name", "/ServiceAccount"),
    row("spec.provider.vault.auth.kubernetes.serviceAccountRef.name", "/ServiceAccount"),
  ],
  "postgresql.cnpg.io/Cluster": [
    row("spec.storage|walStorage.storageClass", storageClass),
    row("spec.certificates.serverCASecret|clientCASecret", "/Secret"),
    row("spec.certificates.serverTLSSecret|replicationTLSSecret", "/Secret"),
    row("spec.bootstrap.initdb|pg_basebackup|recovery.secret", "/Secret", named),
    row("spec.superuserSecret", "/Secret", named),
    row("spec.externalClusters[].sslKey|sslCert|sslRootCert|password", "/Secret", withKey),
    row("spec.plugins[].parameters.barmanObjectName", "barmancloud.cnpg.io/ObjectStore"),
    row(
      "spec.externalClusters[].plugin.parameters.barmanObjectName",
      "barmancloud.cnpg.io/ObjectStore",
    ),
    row("spec.managed.roles[].passwordSecret", "/Secret", named),
  ],
  "postgresql.cnpg.io/Database": [row("spec.cluster", database, named)],
  "postgresql.cnpg.io/Pooler": [row("spec.cluster", database, named)],
  "postgresql.cnpg.io/Backup": [row("spec.cluster", database, named)],
  "postgresql.cnpg.io/ScheduledBackup": [row("spec.cluster", database, named)],
  "barmancloud.cnpg.io/ObjectStore": [
    row("spec.configuration.s3Credentials.accessKeyId|secretAccessKey|region", "/Secret", withKey),
    row(
      "spec.configuration.azureCredentials.connectionString|storageAccount|storageKey",
      "/Secret",
      withKey,
    ),
    row("spec.configuration.googleCredentials.applicationCredentials", "/Secret", withKey),
    row("spec.configuration.endpointCA", "/Secret", withKey),
  ],
  "monitoring.coreos.com/PodMonitor": [
    row(`${monitored}.basicAuth.username|password`, "/Secret", withKey),
    row(`${monitored}.tlsConfig.ca.secret`, "/Secret", withKey),
    row(`${monitored}.tlsConfig.ca.configMap`, "/ConfigMap", withKey),
  ],
  "monitoring.coreos.com/ServiceMonitor": [
    row(`${monitored}.basicAuth.username|password`, "/Secret", withKey),
    row(`${monitored}.tlsConfig.ca.secret`, "/Secret", withKey),
    row(`${monitored}.tlsConfig.ca.configMap`, "/ConfigMap", withKey),
  ],
};
