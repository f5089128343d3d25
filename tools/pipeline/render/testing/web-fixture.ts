import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { giveOrigins, renderFiles } from "./render-files.ts";

/** A vendored file with a Deployment and a ClusterRole. */
export const web = `# As shipped
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web }
spec:
  replicas: 1
  template:
    metadata:
      annotations: { "example.com/team": a }
    spec:
      containers:
        - name: web
          image: web
          env:
            - { name: LEVEL, value: info }
        - name: side
          image: "{{ not.an.expression }}"
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
`;
/** The component they belong to. */
export const component = { replicas: { min: 3 }, selector: {}, level: "debug" };

/** Renders the file with the `set` values and patches. */
export function renderWeb(
  set: { object: string; path: string; value: unknown }[],
  patches: object[] = [],
) {
  return renderFiles({
    templates: { "manifests/web.yaml": web },
    view: { components: { web: component } },
    component: { manifests: ["web.yaml"], set },
    patches: patches.map((patch, index) =>
      giveOrigins({ component: "web", ...patch }, `patch/${index}`),
    ) as never,
  });
}

/** Returns the rendered Deployment. */
export function deployment(rendered: ReturnType<typeof renderWeb>): Manifest | undefined {
  return rendered.manifests.find(({ id }) => id.kind === "Deployment");
}
