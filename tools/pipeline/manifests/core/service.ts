import { isIP } from "node:net";
import { isAddressRange } from "../address-range.ts";
import { checkLabels } from "../check-identity.ts";
import {
  reportInvalidName,
  checkAllowedStrictly,
  reportInvalid,
  reportMissing,
  checkAllowedIfSet,
  reportViolation,
  reportDuplicate,
} from "../report-invalid.ts";
import { at, isSet, items, numberValue, textValue, type Cursor } from "../cursor.ts";
import { labelName, portName, qualifiedName, subdomainName } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { checkBetween, checkPortNumber } from "./numbers.ts";

/** Checks a Service: its ports, and the fields that its type allows. */
export function checkService(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  if (!isSet(spec)) return reportMissing(report, object, "spec");
  const type = textValue(at(spec, "type")) ?? "ClusterIP";
  const headless = at(spec, "clusterIP").value === "None";
  const ports = items(at(spec, "ports"));
  if (ports.length === 0 && !headless && type !== "ExternalName")
    reportMissing(report, spec, "ports");
  checkPorts(ports, { type, report });
  checkLabels(at(spec, "selector"), report);
  checkAddresses(spec, { type, headless, report });
  checkBalancer(spec, { type, report });
  checkAffinity(spec, { type, report });
}

interface OfType {
  readonly type: string;
  readonly report: ReportProblem;
}

function checkPorts(ports: readonly Cursor[], { type, report }: OfType): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const port of ports) {
    const number = at(port, "port");
    checkPortNumber(report, number);
    checkPortName(port, { names, required: ports.length > 1, report });
    const target = at(port, "targetPort");
    checkPortNumber(report, target);
    const problem = typeof target.value === "string" ? targetProblem(target.value) : undefined;
    if (problem !== undefined) reportInvalid(report, target, problem);
    const key = `${String(number.value)} ${textValue(at(port, "protocol")) ?? "TCP"}`;
    if (numbers.has(key)) reportDuplicate(report, port, key);
    numbers.add(key);
    checkNodePort(at(port, "nodePort"), { type, report });
    const protocol = at(port, "appProtocol");
    const wrong = typeof protocol.value === "string" ? qualifiedName(protocol.value) : undefined;
    if (wrong !== undefined) reportInvalid(report, protocol, wrong);
  }
}

function targetProblem(name: string): string | undefined {
  return name === "" ? undefined : portName(name);
}

function checkNodePort(port: Cursor, { type, report }: OfType): void {
  const number = numberValue(port) ?? 0;
  if (number === 0) return;
  if (type === "ClusterIP" || type === "ExternalName") {
    reportViolation(report, port, `A Service of type ${type} cannot have a nodePort`);
  }
  checkBetween(report, port, [30_000, 32_767]);
}

function checkPortName(
  port: Cursor,
  { names, required, report }: { names: Set<string>; required: boolean; report: ReportProblem },
): void {
  const name = at(port, "name");
  const text = textValue(name);
  if (text === undefined) {
    if (required) reportMissing(report, port, "name");
    return;
  }
  const problem = labelName(text);
  if (problem !== undefined) reportInvalidName(report, name, problem);
  else if (names.has(text)) reportDuplicate(report, name, text);
  names.add(text);
}

function checkAddresses(
  spec: Cursor,
  { type, headless, report }: OfType & { headless: boolean },
): void {
  const address = at(spec, "clusterIP");
  const text = textValue(address);
  if (headless && (type === "LoadBalancer" || type === "NodePort")) {
    reportViolation(report, address, `A Service of type ${type} cannot be headless`);
  } else if (text !== undefined && type === "ExternalName") {
    reportViolation(report, address, "A Service of type ExternalName cannot have an address");
  } else if (text !== undefined && !headless && isIP(text) === 0) {
    reportInvalid(report, address, "it must be an IP address or None");
  }
  for (const external of items(at(spec, "externalIPs"))) {
    if (isIP(textValue(external) ?? "") === 0)
      reportInvalid(report, external, "it must be an IP address");
  }
  if (type !== "ExternalName") return;
  const name = at(spec, "externalName");
  if (textValue(name) === undefined) return reportMissing(report, spec, "externalName");
  const problem = subdomainName(String(name.value).replace(/\.$/, ""));
  if (problem !== undefined) reportInvalid(report, name, problem);
}

function checkBalancer(spec: Cursor, { type, report }: OfType): void {
  const ranges = at(spec, "loadBalancerSourceRanges");
  if (items(ranges).length > 0 && type !== "LoadBalancer") {
    reportViolation(report, ranges, "Source ranges require the type LoadBalancer");
  }
  for (const range of items(ranges)) {
    if (!isAddressRange((textValue(range) ?? "").trim())) {
      reportInvalid(report, range, "it must be an address range such as 10.9.8.0/24");
    }
  }
  for (const field of ["loadBalancerClass", "allocateLoadBalancerNodePorts"]) {
    if (isSet(at(spec, field)) && type !== "LoadBalancer") {
      reportViolation(report, at(spec, field), `${field} requires the type LoadBalancer`);
    }
  }
  const balancer = at(spec, "loadBalancerClass");
  const wrong = typeof balancer.value === "string" ? qualifiedName(balancer.value) : undefined;
  if (wrong !== undefined) reportInvalid(report, balancer, wrong);
  checkRouting(spec, report);
  const health = at(spec, "healthCheckNodePort");
  checkPortNumber(report, health.value === 0 ? { ...health, value: undefined } : health);
  const policy = at(spec, "externalTrafficPolicy");
  const local = type === "LoadBalancer" && policy.value === "Local";
  if ((numberValue(health) ?? 0) !== 0 && !local) {
    reportViolation(
      report,
      health,
      "healthCheckNodePort requires the type LoadBalancer and externalTrafficPolicy: Local",
    );
  }
  const outside = type === "LoadBalancer" || type === "NodePort";
  if (textValue(policy) !== undefined && !outside && items(at(spec, "externalIPs")).length === 0) {
    reportViolation(
      report,
      policy,
      "externalTrafficPolicy requires a Service that is reachable from outside the cluster",
    );
  }
}

function checkRouting(spec: Cursor, report: ReportProblem): void {
  checkAllowedIfSet(report, at(spec, "internalTrafficPolicy"), ["Cluster", "Local"]);
  checkAllowedIfSet(report, at(spec, "trafficDistribution"), distributions);
  checkAllowedIfSet(report, at(spec, "ipFamilyPolicy"), familyPolicies);
  const families = new Set<unknown>();
  for (const family of items(at(spec, "ipFamilies"))) {
    checkAllowedStrictly(report, family, ["IPv4", "IPv6"]);
    if (families.has(family.value)) reportDuplicate(report, family, String(family.value));
    families.add(family.value);
  }
}

const distributions = ["PreferClose", "PreferSameZone", "PreferSameNode"];
const familyPolicies = ["SingleStack", "PreferDualStack", "RequireDualStack"];

function checkAffinity(spec: Cursor, { type, report }: OfType): void {
  const affinity = textValue(at(spec, "sessionAffinity"));
  const config = at(spec, "sessionAffinityConfig");
  if (affinity === "None" && isSet(config)) {
    reportViolation(report, config, "sessionAffinityConfig requires sessionAffinity: ClientIP");
  }
  if (affinity === "ClientIP" && type === "ExternalName") {
    reportViolation(
      report,
      at(spec, "sessionAffinity"),
      "A Service of type ExternalName cannot have session affinity",
    );
  }
  checkBetween(report, at(config, "clientIP", "timeoutSeconds"), [1, 86_400]);
}
