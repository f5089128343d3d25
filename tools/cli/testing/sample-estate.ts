const frame = (kind: string, body: string): string =>
  `apiVersion: altostrata.dev/v1alpha1\nkind: ${kind}\n${body}`;

/** A small valid estate: one provider, one target, one environment with one system. */
export const sampleEstate: Readonly<Record<string, string>> = {
  "clouds/onprem/provider.yaml": frame(
    "Provider",
    `title: Own data centre
distribution: upstream
capabilities:
  dns: { service: k8gb, routing: [simple] }
lockIn: []
serviceLevels: []
`,
  ),
  "clouds/onprem/targets/onprem-madrid.yaml": frame(
    "Target",
    `region: madrid # the region
metro: madrid
country: ES
continent: europe
kubernetes: { version: "1.36" }
addons: {}
nodes: { type: rack, max: 3, zones: [a] }
networks:
  pods: 10.1.0.0/16
  services: 10.2.0.0/16
  nodes: 10.3.0.0/16
  egress: [192.0.2.0/28]
  ingress: [192.0.2.16/28]
  kubernetesApi: [10.3.0.10/32]
domain: onprem-madrid.example.net
`,
  ),
  "artefacts/images.yaml": frame(
    "Images",
    `images:
  web: { repository: registry.example.com/shop/web, tag: "1.2", digest: null } # open
`,
  ),
  "artefacts/applications/shop/application.yaml": frame(
    "Application",
    `title: Shop
version: "1.0"
flows: []
routes: []
components:
  web:
    role: runtime
    workload: Deployment
    images: { main: web }
    ports: { http: { port: 8080 } }
    capacity: unknown
    defaults: { replicas: 1, resources: { cpu: 100m, memory: 1Gi } }
secrets:
  login: { keys: [password], purpose: test }
`,
  ),
  "environments/dev/environment.yaml": frame(
    "Environment",
    "tier: development # gentle\nowners: ['@example/shop']\nresidency: [europe]\n",
  ),
  "environments/dev/shop/system.yaml": frame(
    "System",
    `application: shop
owners: ['@example/shop']
master: onprem-madrid
patterns: {}
objectives: { availability: 99%, rto: 1h, budgetPerMonth: 100 USD }
consumers:
  - { name: tests, metro: madrid, requestsPerSecond: { usual: 1, peak: 2 }, payload: 1KiB, latency: { median: 30ms } }
hosts:
  shop: shop.dev.example.com
traffic: { host: shop, routing: simple, ttl: 30s, dns: onprem }
`,
  ),
  "environments/dev/shop/master.yaml": frame("Master", "components:\n  web: {}\n"),
  "environments/dev/shop/secrets.yaml": frame(
    "Secrets",
    "secrets:\n  login: { path: dev/shop/login, sameOn: all, rotate: 30d, onChange: restart }\n",
  ),
};
