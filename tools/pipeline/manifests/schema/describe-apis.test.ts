import { expect, it } from "vitest";
import { publishedApis } from "../testing/published-apis.ts";

const apis = publishedApis();

it.for([
  ["", "ConfigMap", true],
  ["", "Namespace", false],
  ["rbac.authorization.k8s.io", "ClusterRole", false],
  ["rbac.authorization.k8s.io", "Role", true],
  ["cert-manager.io", "ClusterIssuer", false],
  ["cert-manager.io", "Issuer", true],
  ["example.com", "Namespace", undefined],
] as const)("knows the scope of %s %s", ([group, kind, expected]) => {
  expect(apis.namespaced(group, kind)).toBe(expected);
});
