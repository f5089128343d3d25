import { describe, expect, it } from "vitest";
import { checkManifests } from "../check-manifests.ts";
import { parseManifests } from "../parse-manifests.ts";
import { installedTarget, publishedApis } from "../testing/published-apis.ts";
import type { KnownObject } from "./known-objects.ts";

const apis = publishedApis();
const target = installedTarget("1.36");
const known: KnownObject[] = [
  { group: "storage.k8s.io", kind: "StorageClass", namespace: "", name: "fast" },
  { group: "gateway.networking.k8s.io", kind: "GatewayClass", namespace: "", name: "envoy" },
];

/** A valid namespace: every referenced object exists. */
const sound = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { web.toml: "port = 8080", level: info }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: session, namespace: shop }
spec:
  secretStoreRef: { kind: SecretStore, name: vault }
  target: { name: session-key }
  data: [{ secretKey: key, remoteRef: { key: shop/session } }]
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: kv
      auth: { kubernetes: { mountPath: shop, role: shop, serviceAccountRef: { name: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: registry.example.com/web:1
          ports: [{ name: http, containerPort: 8080 }]
          env: [{ name: KEY, valueFrom: { secretKeyRef: { name: session-key, key: key } } }]
          readinessProbe: { httpGet: { path: /, port: http } }
          volumeMounts: [{ name: settings, mountPath: /etc/web.toml, subPath: web.toml }]
      volumes: [{ name: settings, configMap: { name: settings } }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ ports: [{ protocol: TCP, port: http }] }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 3 }
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: burst, namespace: shop }
spec:
  scaleTargetRef: { name: web }
  triggers:
    - type: prometheus
      metadata: { serverAddress: "https://metrics.example.com", query: up, threshold: "1" }
      authenticationRef: { name: load }
---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata: { name: load, namespace: shop }
spec: { secretTargetRef: [{ parameter: password, name: session-key, key: key }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: shop }
spec:
  gatewayClassName: envoy
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      tls: { mode: Terminate, certificateRefs: [{ name: web-tls }] }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: web, namespace: shop }
spec: { secretName: web-tls, dnsNames: [shop.example.com], issuerRef: { name: private } }
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: { name: private, namespace: shop }
spec: { ca: { secretName: web-tls } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: public, sectionName: https }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: shop, namespace: shop }
spec: { instances: 1, storage: { size: 1Gi, storageClass: fast } }
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: database, namespace: shop }
spec:
  selector: { matchLabels: { cnpg.io/cluster: shop } }
  podMetricsEndpoints: [{ port: metrics }]
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: http }] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: reader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`;

function found(text: string): string[] {
  const { manifests, diagnostics } = parseManifests(text, "shop.yaml");
  return [...diagnostics, ...checkManifests({ target, manifests, apis, known })].map(
    ({ code, object, path }) => `${code} ${object} ${path}`,
  );
}

describe("checks across the objects of a target", () => {
  it("accepts a complete target", () => {
    expect(found(sound)).toEqual([]);
  });

  const missing = "manifest-reference-missing";
  const template = "Deployment/shop/web spec.template.spec";
  it.each([
    [
      "serviceAccountName: web",
      "serviceAccountName: other",
      `${missing} ${template}.serviceAccountName`,
    ],
    [
      "configMap: { name: settings }",
      "configMap: { name: other }",
      `${missing} ${template}.volumes.settings.configMap.name`,
    ],
    [
      "subPath: web.toml",
      "subPath: web.json",
      `${missing} ${template}.containers.web.volumeMounts.settings.subPath`,
    ],
    [
      "secretKeyRef: { name: session-key, key: key }",
      "secretKeyRef: { name: session-key, key: other }",
      `${missing} ${template}.containers.web.env.KEY.valueFrom.secretKeyRef.key`,
    ],
    [
      "secretKeyRef: { name: session-key, key: key }",
      "secretKeyRef: { name: session, key: key }",
      `${missing} ${template}.containers.web.env.KEY.valueFrom.secretKeyRef.name`,
    ],
    [
      "kind: SecretStore, name: vault }",
      "kind: SecretStore, name: other }",
      `${missing} ExternalSecret/shop/session spec.secretStoreRef.name`,
    ],
    [
      "serviceAccountRef: { name: web }",
      "serviceAccountRef: { name: other }",
      `${missing} SecretStore/shop/vault spec.provider.vault.auth.kubernetes.serviceAccountRef.name`,
    ],
    [
      "kind: Deployment, name: web }",
      "kind: StatefulSet, name: web }",
      `${missing} HorizontalPodAutoscaler/shop/web spec.scaleTargetRef.name`,
    ],
    [
      "authenticationRef: { name: load }",
      "authenticationRef: { name: other }",
      `${missing} ScaledObject/shop/burst spec.triggers.0.authenticationRef.name`,
    ],
    [
      "parameter: password, name: session-key, key: key",
      "parameter: password, name: session-key, key: other",
      `${missing} TriggerAuthentication/shop/load spec.secretTargetRef.session-key.key`,
    ],
    [
      "gatewayClassName: envoy",
      "gatewayClassName: other",
      `${missing} Gateway/shop/public spec.gatewayClassName`,
    ],
    [
      "certificateRefs: [{ name: web-tls }]",
      "certificateRefs: [{ name: other }]",
      `${missing} Gateway/shop/public spec.listeners.https.tls.certificateRefs.other.name`,
    ],
    [
      "issuerRef: { name: private }",
      "issuerRef: { name: other }",
      `${missing} Certificate/shop/web spec.issuerRef.name`,
    ],
    [
      "sectionName: https",
      "sectionName: http",
      `${missing} HTTPRoute/shop/web spec.parentRefs.public.sectionName`,
    ],
    [
      "backendRefs: [{ name: web, port: 80 }]",
      "backendRefs: [{ name: other, port: 80 }]",
      `${missing} HTTPRoute/shop/web spec.rules.0.backendRefs.other.name`,
    ],
    [
      "backendRefs: [{ name: web, port: 80 }]",
      "backendRefs: [{ name: web, port: 81 }]",
      "manifest-port-missing HTTPRoute/shop/web spec.rules.0.backendRefs.web.port",
    ],
    [
      "storageClass: fast",
      "storageClass: slow",
      `${missing} Cluster/shop/shop spec.storage.storageClass`,
    ],
    [
      "kind: Role, name: reader",
      "kind: Role, name: other",
      `${missing} RoleBinding/shop/reader roleRef.name`,
    ],
    [
      "kind: ServiceAccount, name: web, namespace: shop",
      "kind: ServiceAccount, name: other, namespace: shop",
      `${missing} RoleBinding/shop/reader subjects.other.name`,
    ],
    [
      "targetPort: http",
      "targetPort: https",
      "manifest-port-missing Service/shop/web spec.ports.http.targetPort",
    ],
    [
      "readinessProbe: { httpGet: { path: /, port: http } }",
      "readinessProbe: { httpGet: { path: /, port: https } }",
      `manifest-port-missing ${template}.containers.web.readinessProbe.httpGet.port`,
    ],
    [
      "protocol: TCP, port: http",
      "protocol: TCP, port: https",
      "manifest-port-missing NetworkPolicy/shop/web spec.ingress.0.ports.0.port",
    ],
    [
      "minAvailable: 1, selector: { matchLabels: { app: web } }",
      "minAvailable: 1, selector: { matchLabels: { app: other } }",
      "manifest-selector-matches-nothing PodDisruptionBudget/shop/web spec.selector",
    ],
    [
      "podSelector: { matchLabels: { app: web } }",
      "podSelector: { matchLabels: { app: other } }",
      "manifest-selector-matches-nothing NetworkPolicy/shop/web spec.podSelector",
    ],
    [
      "selector: { app: web }",
      "selector: { app: other }",
      "manifest-selector-matches-nothing Service/shop/web spec.selector",
    ],
    [
      "cnpg.io/cluster: shop",
      "cnpg.io/cluster: other",
      "manifest-selector-matches-nothing PodMonitor/shop/database spec.selector",
    ],
    [
      "spec: { selector: { matchLabels: { app: web } }, endpoints",
      "spec: { selector: { matchLabels: { app: other } }, endpoints",
      "manifest-selector-matches-nothing ServiceMonitor/shop/web spec.selector",
    ],
    ["port = 8080", "port = ", "manifest-embedded-syntax ConfigMap/shop/settings data.web.toml"],
  ])("reports the broken reference when `%s` becomes `%s`", (was, becomes, expected) => {
    expect(sound).toContain(was);
    expect(found(sound.replace(was, becomes))).toEqual([expected]);
  });

  it("reports a duplicate object with the place of the first", () => {
    const { manifests } = parseManifests(`${sound}---\n${sound.split("---")[1]}`, "shop.yaml");
    expect(checkManifests({ target, manifests, apis, known })).toMatchObject([
      { code: "manifest-duplicate", object: "ConfigMap/shop/settings", related: [{ line: 8 }] },
    ]);
  });

  it("reports no missing objects for an incomplete set of files", () => {
    const { manifests } = parseManifests(sound.split("---")[4] ?? "", "web.yaml");
    expect(manifests).toHaveLength(1);
    expect(checkManifests({ target, manifests, apis, complete: false })).toEqual([]);
  });
});
