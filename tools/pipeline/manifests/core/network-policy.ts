import { isStrictlyInside, parseCidr } from "../addresses.ts";
import { checkSelector } from "../check-identity.ts";
import { exactlyOneOf, invalid, missing, refused } from "../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../cursor.ts";
import { portName } from "../names.ts";
import type { Report } from "../problem.ts";
import { isPort } from "./numbers.ts";

/** Checks a NetworkPolicy: its pod selector, and the peers and ports of its rules. */
export function checkNetworkPolicy(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  checkSelector(at(spec, "podSelector"), report);
  const types = items(at(spec, "policyTypes"));
  for (const type of types) exactlyOneOf(report, type, ["Ingress", "Egress"]);
  if (types.length > 2) invalid(report, at(spec, "policyTypes"), "at most two types are allowed");
  for (const rule of items(at(spec, "ingress"))) checkRule(rule, "from", report);
  for (const rule of items(at(spec, "egress"))) checkRule(rule, "to", report);
}

function checkRule(rule: Cursor, direction: "from" | "to", report: Report): void {
  for (const port of items(at(rule, "ports"))) checkPort(port, report);
  for (const peer of items(at(rule, direction))) checkPeer(peer, report);
}

function checkPort(port: Cursor, report: Report): void {
  const start = at(port, "port");
  const end = at(port, "endPort");
  const protocol = at(port, "protocol");
  if (isSet(protocol)) exactlyOneOf(report, protocol, ["TCP", "UDP", "SCTP"]);
  isPort(report, start);
  const problem = typeof start.value === "string" ? portName(start.value) : undefined;
  if (problem !== undefined) invalid(report, start, problem);
  if (!isSet(end)) return;
  isPort(report, end);
  const from = numberOf(start);
  if (from === undefined) {
    refused(report, end, "endPort needs a port that is a number");
  } else if ((numberOf(end) ?? from) < from) {
    invalid(report, end, `it is less than port, ${from}`);
  }
}

function checkPeer(peer: Cursor, report: Report): void {
  const block = at(peer, "ipBlock");
  const pods = at(peer, "podSelector");
  const namespaces = at(peer, "namespaceSelector");
  if (!isSet(block) && !isSet(pods) && !isSet(namespaces)) {
    return refused(report, peer, "A peer needs ipBlock, podSelector or namespaceSelector");
  }
  if (isSet(block) && (isSet(pods) || isSet(namespaces))) {
    refused(report, block, "A peer with ipBlock has no selector");
  }
  checkSelector(pods, report);
  checkSelector(namespaces, report);
  if (isSet(block)) checkBlock(block, report);
}

function checkBlock(block: Cursor, report: Report): void {
  const cidr = at(block, "cidr");
  const text = textOf(cidr);
  if (text === undefined) return missing(report, block, "cidr");
  const outer = parseCidr(text);
  if (outer === undefined) {
    return invalid(report, cidr, "an address range such as 10.9.8.0/24 is wanted");
  }
  for (const except of items(at(block, "except"))) {
    const inner = parseCidr(textOf(except) ?? "");
    if (inner === undefined) {
      invalid(report, except, "an address range such as 10.9.8.0/24 is wanted");
    } else if (!isStrictlyInside(inner, outer)) {
      invalid(report, except, `it does not lie within ${text}`);
    }
  }
}
