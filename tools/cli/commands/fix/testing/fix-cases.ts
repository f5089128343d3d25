import type { FixCase } from "./fix-case.ts";

export const template = "artefacts/applications/shop/templates/web/deployment.yaml.hbs";
export const application = "artefacts/applications/shop/application.yaml";
const system = "environments/dev/shop/system.yaml";
const master = "environments/dev/shop/master.yaml";
const environment = "environments/dev/environment.yaml";
export const waivers = "environments/dev/waivers.yaml";

const inContainer = "          securityContext:\n            privileged: true\n";
const inPod = "      hostNetwork: true # to see the node\n";
/** An entry of waivers.yaml. */
export const waiver = (rule: string, more = "") =>
  `  # why this one\n  - { rule: ${rule}, owner: "@a/b", reason: Moves next quarter, ticket: X-1, created: "2026-11-01", expires: "2026-12-31"${more} }\n`;
const atPod = (code: string, to: string, fixed: string): FixCase => ({
  code,
  file: template,
  from: inPod,
  to,
  fixed,
});
const atContainer = (code: string, to: string, fixed: string): FixCase => ({
  code,
  file: template,
  from: inContainer,
  to,
  fixed,
});

/** Every automatic fix, in each form that a file can have. */
export const fixCases: readonly FixCase[] = [
  atContainer("SEC-001", inContainer, "          securityContext: {}\n"),
  atPod("SEC-002", inPod, "    spec:\n      containers:\n        # the shop itself\n"),
  atContainer("SEC-005", "", "          allowPrivilegeEscalation: false\n"),
  atContainer(
    "SEC-005",
    "          securityContext: { allowPrivilegeEscalation: true } # old\n",
    "          securityContext: { allowPrivilegeEscalation: false } # old\n",
  ),
  atContainer(
    "SEC-006",
    "          securityContext: { privileged: false }\n",
    "          securityContext: { privileged: false, runAsNonRoot: true }\n",
  ),
  atContainer(
    "SEC-010",
    "",
    "          securityContext:\n            capabilities:\n              drop: [ALL]\n",
  ),
  atContainer(
    "SEC-010",
    "          securityContext:\n            {{#if environment.name}}\n            runAsUser: 1000\n            {{/if}}\n",
    "          securityContext:\n            capabilities:\n              drop: [ALL]\n            {{#if environment.name}}\n            runAsUser: 1000\n            {{/if}}\n",
  ),
  atContainer(
    "SEC-027",
    "          securityContext: # nothing yet\n          stdin: false\n",
    "          securityContext: # nothing yet\n            readOnlyRootFilesystem: true\n          stdin: false\n",
  ),
  atContainer("SEC-014", "", "            seccompProfile:\n              type: RuntimeDefault\n"),
  atContainer(
    "SEC-016",
    "          securityContext:\n            procMount: Unmasked\n            runAsUser: 1000 # mine\n",
    "          securityContext:\n            runAsUser: 1000 # mine\n",
  ),
  atContainer(
    "SEC-024",
    "          ports:\n            - hostPort: 8080\n              containerPort: 8080\n",
    "          ports:\n            - containerPort: 8080\n",
  ),
  atContainer(
    "SEC-026",
    "          livenessProbe: { httpGet: { path: /, port: 8080, host: example.com } }\n",
    "          livenessProbe: { httpGet: { path: /, port: 8080 } }\n",
  ),
  atContainer("SEC-027", "", "            readOnlyRootFilesystem: true\n"),
  atPod("SEC-029", "      shareProcessNamespace: true\n", "    spec:\n      containers:\n"),
  atContainer(
    "SEC-033",
    "          stdin: true\n          tty: true\n",
    "image: {{component.images.main}}\n",
  ),
  {
    code: "SEC-050",
    file: template,
    from: "{{component.images.main}}",
    to: '"registry.example.com/shop/web:latest" # moves',
    fixed: 'image: "registry.example.com/shop/web:1.2" # moves\n',
  },
  atContainer(
    "SEC-054",
    "          imagePullPolicy: Never\n",
    "          imagePullPolicy: Always\n",
  ),
  atPod(
    "SEC-074",
    inPod,
    "      hostNetwork: true # to see the node\n      automountServiceAccountToken: false\n",
  ),
  {
    code: "schema-unknown-key",
    file: environment,
    from: "tier: production # gentle",
    to: "teir: production # gentle",
    fixed: "tier: production # gentle\n",
  },
  {
    code: "schema-not-allowed",
    file: environment,
    from: "tier: production",
    to: 'tier: "producton"',
    fixed: 'tier: "production" # gentle\n',
  },
  {
    code: "schema-wrong-kind",
    file: master,
    from: "kind: Master",
    to: "kind: Worker # copied",
    fixed: "kind: Master # copied\n",
  },
  {
    code: "schema-wrong-api-version",
    file: master,
    from: "altostrata.dev/v1alpha1",
    to: "altostrata.dev/v1",
    fixed: "apiVersion: altostrata.dev/v1alpha1\n",
  },
  {
    code: "schema-wrong-type",
    file: application,
    from: 'version: "1.0"',
    to: "version: 1.0 # of the shop",
    fixed: 'version: "1.0" # of the shop\n',
  },
  {
    code: "schema-out-of-range",
    file: environment,
    from: "[europe]",
    to: "[europe, europe]",
    fixed: "residency: [europe]\n",
  },
  {
    code: "yaml-duplicate-key",
    file: environment,
    from: "residency",
    to: "tier: production\nresidency",
    fixed: "owners: ['@example/shop']\nresidency",
  },
  {
    code: "reference-unknown",
    file: system,
    from: "master: onprem-madrid",
    to: "master: onprem-madird # the first",
    fixed: "master: onprem-madrid # the first\n",
  },
  {
    code: "image-unknown",
    file: application,
    from: "{ main: web }",
    to: "{ main: wbe }",
    fixed: "images: { main: web }\n",
  },
  {
    code: "parameter-unknown",
    file: master,
    from: "web: {}",
    to: "web: { colur: blue }",
    fixed: "web: { colour: blue }\n",
  },
  {
    code: "template-helper-unknown",
    file: template,
    from: "name: {{component.name}}",
    to: "name: {{lowr component.name}}",
    fixed: "name: {{lower component.name}}\n",
  },
  {
    code: "template-value-missing",
    file: template,
    from: "{{component.replicas.min}}",
    to: "{{component.replicas.mn}}",
    fixed: "replicas: {{component.replicas.min}}\n",
  },
  {
    code: "manifest-unknown-field",
    file: template,
    from: "      containers:\n",
    to: "      terminationGracePeriodSecond: 20\n      containers:\n",
    fixed: "      terminationGracePeriodSeconds: 20\n",
  },
  atContainer(
    "manifest-value-not-allowed",
    "          imagePullPolicy: Alwyas\n",
    "imagePullPolicy: Always\n",
  ),
  {
    code: "manifest-version-removed",
    file: template,
    from: "apps/v1\n",
    to: "apps/v1beta2 # long ago\n",
    fixed: "apiVersion: apps/v1 # long ago\n",
  },
  atContainer(
    "SEC-085",
    `---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: {{namespace}} }
spec:
  selector: { app: web }
  externalIPs:
    - 192.0.2.1 # of the old site
  ports: [{ port: 80 }]
`,
    "  selector: { app: web }\n  ports: [{ port: 80 }]\n",
  ),
  {
    code: "waiver-rule-renamed",
    file: waivers,
    from: "waivers:\n",
    to: `waivers:\n${waiver("SEC-003")}`,
    fixed: waiver("SEC-002"),
  },
  {
    code: "waiver-unused",
    file: waivers,
    from: "waivers:\n",
    to: `waivers:\n${waiver("SEC-031")}\n`,
    fixed: "waivers:\n  # why this one\n  - { rule: LCK-090",
  },
  {
    code: "waiver-expired",
    file: waivers,
    from: '"2026-12-31" }\n',
    to: '"2026-11-20" }\n',
    fixed: "waivers: []\n",
  },
  {
    code: "waiver-too-broad",
    file: waivers,
    from: "waivers:\n",
    to: `waivers:\n${waiver("SEC-005")}`,
    fixed: 'expires: "2026-12-31", object: Deployment/shop/web }\n',
  },
];
