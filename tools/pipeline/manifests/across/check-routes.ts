import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { at, isSet, items, numberValue, pathOf, textValue, type Cursor } from "../cursor.ts";
import type { AcrossContext } from "./across-context.ts";
import { checkReference, type Search } from "./check-object-references.ts";
import { pathPattern, selectPaths } from "./select-paths.ts";

/** Checks the ends of traffic: routes, their gateways and listeners, backends and their ports. */
export function checkRoutes(context: AcrossContext): void {
  for (const manifest of context.manifests) {
    const { group, kind, namespace } = manifest.id;
    const search = { objects: context.objects, namespace, report: context.reportOn(manifest) };
    if (group === "gateway.networking.k8s.io") checkGatewayKind(manifest, kind, search);
    if (group === "networking.k8s.io" && kind === "Ingress") checkIngress(manifest, search);
  }
}

const gatewayGroup = "gateway.networking.k8s.io";
const certificates = pathPattern("spec.listeners[].tls.certificateRefs[]");
const backends = pathPattern("spec.rules[].backendRefs[]");
const mirrors = pathPattern("spec.rules[].filters[].requestMirror.backendRef");
const authorities = pathPattern("spec.validation.caCertificateRefs[]");

function checkGatewayKind(manifest: Manifest, kind: string, search: Search): void {
  const root: Cursor = { value: manifest.object };
  if (kind === "Gateway") {
    for (const reference of selectPaths(root, certificates))
      checkNamedReference(reference, "/Secret", search);
  } else if (kind === "BackendTLSPolicy") {
    for (const target of items(at(root, "spec", "targetRefs"))) checkPolicyTarget(target, search);
    for (const authority of selectPaths(root, authorities))
      checkNamedReference(authority, "/ConfigMap", search);
  } else if (kind.endsWith("Route")) {
    for (const parent of items(at(root, "spec", "parentRefs"))) checkParent(parent, search);
    for (const backend of [...selectPaths(root, backends), ...selectPaths(root, mirrors)]) {
      checkBackend(backend, search);
    }
  }
}

/** A reference with group, kind, namespace and name, each with a default. */
function checkNamedReference(reference: Cursor, fallback: string, search: Search): Search {
  const [group = "", kind = ""] = fallback.split("/");
  const type = `${textOr(at(reference, "group"), group)}/${textOr(at(reference, "kind"), kind)}`;
  const inside = {
    ...search,
    namespace: textValue(at(reference, "namespace")) ?? search.namespace,
  };
  checkReference(at(reference, "name"), type, inside);
  return inside;
}

// An empty group is valid: it means the core kinds.
function textOr({ value }: Cursor, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

function checkParent(parent: Cursor, search: Search): void {
  const { namespace } = checkNamedReference(parent, `${gatewayGroup}/Gateway`, search);
  const section = at(parent, "sectionName");
  const listener = textValue(section);
  const name = textValue(at(parent, "name"));
  if (listener === undefined || name === undefined) return;
  const type = `${gatewayGroup}/${textOr(at(parent, "kind"), "Gateway")}`;
  const gateway = search.objects.manifest({ type, namespace, name });
  if (!gateway || gateway.incomplete) return;
  const listeners = items(at({ value: gateway.object }, "spec", "listeners"));
  if (listeners.some((one) => at(one, "name").value === listener)) return;
  const args = { kind: "listener of the Gateway", name: listener };
  search.report({ code: "manifest-reference-missing", path: pathOf(section), args });
}

function checkBackend(backend: Cursor, search: Search): void {
  const { namespace } = checkNamedReference(backend, "/Service", search);
  if (textOr(at(backend, "kind"), "Service") !== "Service") return;
  checkServicePort(at(backend, "port"), {
    name: at(backend, "name"),
    search: { ...search, namespace },
  });
}

function checkPolicyTarget(target: Cursor, search: Search): void {
  checkNamedReference(target, "/Service", search);
  checkServicePort(at(target, "sectionName"), { name: at(target, "name"), search });
}

/** A port of the named Service, by number or name. */
function checkServicePort(port: Cursor, { name, search }: { name: Cursor; search: Search }): void {
  const service = search.objects.manifest({
    type: "/Service",
    namespace: search.namespace,
    name: textValue(name) ?? "",
  });
  if (!service || service.incomplete || !isSet(port)) return;
  const wanted = numberValue(port) ?? textValue(port);
  const ports = items(at({ value: service.object }, "spec", "ports"));
  const field = typeof wanted === "number" ? "port" : "name";
  if (wanted === undefined || ports.some((one) => at(one, field).value === wanted)) return;
  search.report({ code: "manifest-port-missing", path: pathOf(port), args: { port: wanted } });
}

const ingressBackends = [
  pathPattern("spec.rules[].http.paths[].backend.service"),
  pathPattern("spec.defaultBackend.service"),
];

function checkIngress(manifest: Manifest, search: Search): void {
  for (const pattern of ingressBackends) {
    for (const service of selectPaths({ value: manifest.object }, pattern)) {
      const name = at(service, "name");
      checkReference(name, "/Service", search);
      for (const field of ["name", "number"]) {
        checkServicePort(at(service, "port", field), { name, search });
      }
    }
  }
}
