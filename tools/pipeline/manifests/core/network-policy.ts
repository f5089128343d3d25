import { isStrictlyInside, parseAddressRange } from "../address-range.ts";
import { checkSelector } from "../check-identity.ts";
import {
  checkAllowedStrictly,
  reportInvalid,
  reportMissing,
  reportViolation,
} from "../report-invalid.ts";
import { at, isSet, items, numberValue, textValue, type Cursor } from "../cursor.ts";
import { portName } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { checkPortNumber } from "./numbers.ts";

/** Checks a NetworkPolicy: its pod selector, and the peers and ports of its rules. */
export function checkNetworkPolicy(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  checkSelector(at(spec, "podSelector"), report);
  const types = items(at(spec, "policyTypes"));
  for (const type of types) checkAllowedStrictly(report, type, ["Ingress", "Egress"]);
  if (types.length > 2)
    reportInvalid(report, at(spec, "policyTypes"), "at most two types are allowed");
  for (const rule of items(at(spec, "ingress"))) checkRule(rule, "from", report);
  for (const rule of items(at(spec, "egress"))) checkRule(rule, "to", report);
}

function checkRule(rule: Cursor, direction: "from" | "to", report: ReportProblem): void {
  for (const port of items(at(rule, "ports"))) checkPort(port, report);
  for (const peer of items(at(rule, direction))) checkPeer(peer, report);
}

function checkPort(port: Cursor, report: ReportProblem): void {
  const start = at(port, "port");
  const end = at(port, "endPort");
  const protocol = at(port, "protocol");
  if (isSet(protocol)) checkAllowedStrictly(report, protocol, ["TCP", "UDP", "SCTP"]);
  checkPortNumber(report, start);
  const problem = typeof start.value === "string" ? portName(start.value) : undefined;
  if (problem !== undefined) reportInvalid(report, start, problem);
  if (!isSet(end)) return;
  checkPortNumber(report, end);
  const from = numberValue(start);
  if (from === undefined) {
    reportViolation(report, end, "endPort requires a numeric port");
  } else if ((numberValue(end) ?? from) < from) {
    reportInvalid(report, end, `it is less than port, ${from}`);
  }
}

function checkPeer(peer: Cursor, report: ReportProblem): void {
  const block = at(peer, "ipBlock");
  const pods = at(peer, "podSelector");
  const namespaces = at(peer, "namespaceSelector");
  if (!isSet(block) && !isSet(pods) && !isSet(namespaces)) {
    return reportViolation(
      report,
      peer,
      "A peer requires ipBlock, podSelector or namespaceSelector",
    );
  }
  if (isSet(block) && (isSet(pods) || isSet(namespaces))) {
    reportViolation(report, block, "A peer with ipBlock cannot have a selector");
  }
  checkSelector(pods, report);
  checkSelector(namespaces, report);
  if (isSet(block)) checkBlock(block, report);
}

function checkBlock(block: Cursor, report: ReportProblem): void {
  const cidr = at(block, "cidr");
  const text = textValue(cidr);
  if (text === undefined) return reportMissing(report, block, "cidr");
  const outer = parseAddressRange(text);
  if (outer === undefined) {
    return reportInvalid(report, cidr, "it must be an address range such as 10.9.8.0/24");
  }
  for (const except of items(at(block, "except"))) {
    const inner = parseAddressRange(textValue(except) ?? "");
    if (inner === undefined) {
      reportInvalid(report, except, "it must be an address range such as 10.9.8.0/24");
    } else if (!isStrictlyInside(inner, outer)) {
      reportInvalid(report, except, `it is not within ${text}`);
    }
  }
}
