import { isIP } from "node:net";
import {
  reportInvalidName,
  reportInvalid,
  reportMissing,
  reportViolation,
} from "../report-invalid.ts";
import { at, isSet, items, numberValue, textValue, type Cursor } from "../cursor.ts";
import { labelName, portName, subdomainName } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import { checkPortNumber } from "./numbers.ts";

/** Checks an Ingress: hosts, paths and their backends. */
export function checkIngress(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  const rules = items(at(spec, "rules"));
  const fallback = at(spec, "defaultBackend");
  if (rules.length === 0 && !isSet(fallback)) {
    reportViolation(report, spec, "Either defaultBackend or rules is required");
  }
  if (isSet(fallback)) checkBackend(fallback, report);
  const name = at(spec, "ingressClassName");
  checkSetName(name, report);
  for (const rule of rules) {
    checkHost(at(rule, "host"), report);
    const paths = at(rule, "http", "paths");
    if (isSet(at(rule, "http")) && items(paths).length === 0)
      reportMissing(report, at(rule, "http"), "paths");
    for (const path of items(paths)) checkPath(path, report);
  }
  for (const tls of items(at(spec, "tls"))) {
    for (const host of items(at(tls, "hosts"))) {
      if (textValue(host) === undefined) reportInvalid(report, host, "it must be a name");
      checkHost(host, report);
    }
    if (textValue(at(tls, "secretName")) !== undefined) checkSetName(at(tls, "secretName"), report);
  }
}

function checkSetName(name: Cursor, report: ReportProblem): void {
  const problem = typeof name.value === "string" ? subdomainName(name.value) : undefined;
  if (problem !== undefined) reportInvalidName(report, name, problem);
}

function checkHost(host: Cursor, report: ReportProblem): void {
  const text = textValue(host);
  if (text === undefined) return;
  if (isIP(text) !== 0) return reportInvalid(report, host, "it must be a name, not an address");
  const problem = subdomainName(text.startsWith("*.") ? text.slice(2) : text);
  if (problem !== undefined) reportInvalid(report, host, problem);
}

const badSequences = ["//", "/./", "/../", "%2f", "%2F"];

function checkPath(path: Cursor, report: ReportProblem): void {
  const text = textValue(at(path, "path"));
  const type = textValue(at(path, "pathType"));
  if (type === undefined) reportMissing(report, path, "pathType");
  const exact = type === "Exact" || type === "Prefix";
  if ((text !== undefined || exact) && !text?.startsWith("/")) {
    reportInvalid(report, at(path, "path"), "it must begin with a slash");
  }
  if (exact && text !== undefined) {
    const found = badSequences.find((sequence) => text.includes(sequence));
    if (found !== undefined)
      reportInvalid(report, at(path, "path"), `it must not contain ${found}`);
    if (/\/\.\.?$/.test(text))
      reportInvalid(report, at(path, "path"), "it must not end with `/..` or `/.`");
  }
  checkBackend(at(path, "backend"), report);
}

function checkBackend(backend: Cursor, report: ReportProblem): void {
  const service = at(backend, "service");
  const resource = at(backend, "resource");
  if (isSet(service) === isSet(resource)) {
    return reportViolation(
      report,
      backend,
      "A backend must have either service or resource, not both",
    );
  }
  if (isSet(resource)) {
    for (const field of ["kind", "name"]) {
      if (textValue(at(resource, field)) === undefined) reportMissing(report, resource, field);
    }
    return;
  }
  const name = at(service, "name");
  const nameProblem = textValue(name) === undefined ? undefined : labelName(String(name.value));
  if (textValue(name) === undefined) reportMissing(report, service, "name");
  if (nameProblem !== undefined) reportInvalidName(report, name, nameProblem);
  checkBackendPort(at(service, "port"), { backend, report });
}

function checkBackendPort(
  port: Cursor,
  { backend, report }: { backend: Cursor; report: ReportProblem },
): void {
  const byName = textValue(at(port, "name"));
  const number = at(port, "number");
  const byNumber = (numberValue(number) ?? 0) !== 0;
  if (byName !== undefined && byNumber) {
    reportViolation(report, port, "A port must have either a name or a number, not both");
  } else if (byName !== undefined) {
    const problem = portName(byName);
    if (problem !== undefined) reportInvalidName(report, at(port, "name"), problem);
  } else if (byNumber) {
    checkPortNumber(report, number);
  } else {
    reportViolation(report, backend, "A port requires a name or a number");
  }
}
