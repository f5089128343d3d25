import { isIP } from "node:net";
import { isCidr } from "../addresses.ts";
import { checkLabels } from "../check-identity.ts";
import {
  badName,
  exactlyOneOf,
  invalid,
  missing,
  oneOfIfSet,
  refused,
  repeated,
} from "../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../cursor.ts";
import { labelName, portName, qualifiedName, subdomainName } from "../names.ts";
import type { Report } from "../problem.ts";
import { between, isPort } from "./numbers.ts";

/** Checks a Service: its ports, and the fields that its type allows. */
export function checkService(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  if (!isSet(spec)) return missing(report, object, "spec");
  const type = textOf(at(spec, "type")) ?? "ClusterIP";
  const headless = at(spec, "clusterIP").value === "None";
  const ports = items(at(spec, "ports"));
  if (ports.length === 0 && !headless && type !== "ExternalName") missing(report, spec, "ports");
  checkPorts(ports, { type, report });
  checkLabels(at(spec, "selector"), report);
  checkAddresses(spec, { type, headless, report });
  checkBalancer(spec, { type, report });
  checkAffinity(spec, { type, report });
}

interface OfType {
  readonly type: string;
  readonly report: Report;
}

function checkPorts(ports: readonly Cursor[], { type, report }: OfType): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const port of ports) {
    const number = at(port, "port");
    isPort(report, number);
    checkPortName(port, { names, required: ports.length > 1, report });
    const target = at(port, "targetPort");
    isPort(report, target);
    const problem = typeof target.value === "string" ? targetProblem(target.value) : undefined;
    if (problem !== undefined) invalid(report, target, problem);
    const key = `${String(number.value)} ${textOf(at(port, "protocol")) ?? "TCP"}`;
    if (numbers.has(key)) repeated(report, port, key);
    numbers.add(key);
    checkNodePort(at(port, "nodePort"), { type, report });
    const protocol = at(port, "appProtocol");
    const wrong = typeof protocol.value === "string" ? qualifiedName(protocol.value) : undefined;
    if (wrong !== undefined) invalid(report, protocol, wrong);
  }
}

function targetProblem(name: string): string | undefined {
  return name === "" ? undefined : portName(name);
}

function checkNodePort(port: Cursor, { type, report }: OfType): void {
  const number = numberOf(port) ?? 0;
  if (number === 0) return;
  if (type === "ClusterIP" || type === "ExternalName") {
    refused(report, port, `A Service of type ${type} has no nodePort`);
  }
  between(report, port, [30_000, 32_767]);
}

function checkPortName(
  port: Cursor,
  { names, required, report }: { names: Set<string>; required: boolean; report: Report },
): void {
  const name = at(port, "name");
  const text = textOf(name);
  if (text === undefined) {
    if (required) missing(report, port, "name");
    return;
  }
  const problem = labelName(text);
  if (problem !== undefined) badName(report, name, problem);
  else if (names.has(text)) repeated(report, name, text);
  names.add(text);
}

function checkAddresses(
  spec: Cursor,
  { type, headless, report }: OfType & { headless: boolean },
): void {
  const address = at(spec, "clusterIP");
  const text = textOf(address);
  if (headless && (type === "LoadBalancer" || type === "NodePort")) {
    refused(report, address, `A Service of type ${type} cannot be headless`);
  } else if (text !== undefined && type === "ExternalName") {
    refused(report, address, "A Service of type ExternalName has no address");
  } else if (text !== undefined && !headless && isIP(text) === 0) {
    invalid(report, address, "an address, or None, is wanted");
  }
  for (const external of items(at(spec, "externalIPs"))) {
    if (isIP(textOf(external) ?? "") === 0) invalid(report, external, "an address is wanted");
  }
  if (type !== "ExternalName") return;
  const name = at(spec, "externalName");
  if (textOf(name) === undefined) return missing(report, spec, "externalName");
  const problem = subdomainName(String(name.value).replace(/\.$/, ""));
  if (problem !== undefined) invalid(report, name, problem);
}

function checkBalancer(spec: Cursor, { type, report }: OfType): void {
  const ranges = at(spec, "loadBalancerSourceRanges");
  if (items(ranges).length > 0 && type !== "LoadBalancer") {
    refused(report, ranges, "Source ranges go with the type LoadBalancer only");
  }
  for (const range of items(ranges)) {
    if (!isCidr((textOf(range) ?? "").trim())) {
      invalid(report, range, "an address range such as 10.9.8.0/24 is wanted");
    }
  }
  for (const field of ["loadBalancerClass", "allocateLoadBalancerNodePorts"]) {
    if (isSet(at(spec, field)) && type !== "LoadBalancer") {
      refused(report, at(spec, field), `${field} goes with the type LoadBalancer only`);
    }
  }
  const balancer = at(spec, "loadBalancerClass");
  const wrong = typeof balancer.value === "string" ? qualifiedName(balancer.value) : undefined;
  if (wrong !== undefined) invalid(report, balancer, wrong);
  checkRouting(spec, report);
  const health = at(spec, "healthCheckNodePort");
  isPort(report, health.value === 0 ? { ...health, value: undefined } : health);
  const policy = at(spec, "externalTrafficPolicy");
  const local = type === "LoadBalancer" && policy.value === "Local";
  if ((numberOf(health) ?? 0) !== 0 && !local) {
    refused(report, health, "It goes with the type LoadBalancer and externalTrafficPolicy: Local");
  }
  const outside = type === "LoadBalancer" || type === "NodePort";
  if (textOf(policy) !== undefined && !outside && items(at(spec, "externalIPs")).length === 0) {
    refused(
      report,
      policy,
      "externalTrafficPolicy goes with Services that are reached from outside",
    );
  }
}

function checkRouting(spec: Cursor, report: Report): void {
  oneOfIfSet(report, at(spec, "internalTrafficPolicy"), ["Cluster", "Local"]);
  oneOfIfSet(report, at(spec, "trafficDistribution"), distributions);
  oneOfIfSet(report, at(spec, "ipFamilyPolicy"), familyPolicies);
  const families = new Set<unknown>();
  for (const family of items(at(spec, "ipFamilies"))) {
    exactlyOneOf(report, family, ["IPv4", "IPv6"]);
    if (families.has(family.value)) repeated(report, family, String(family.value));
    families.add(family.value);
  }
}

const distributions = ["PreferClose", "PreferSameZone", "PreferSameNode"];
const familyPolicies = ["SingleStack", "PreferDualStack", "RequireDualStack"];

function checkAffinity(spec: Cursor, { type, report }: OfType): void {
  const affinity = textOf(at(spec, "sessionAffinity"));
  const config = at(spec, "sessionAffinityConfig");
  if (affinity === "None" && isSet(config)) {
    refused(report, config, "sessionAffinityConfig needs sessionAffinity: ClientIP");
  }
  if (affinity === "ClientIP" && type === "ExternalName") {
    refused(report, at(spec, "sessionAffinity"), "A name elsewhere has no session affinity");
  }
  between(report, at(config, "clientIP", "timeoutSeconds"), [1, 86_400]);
}
