import { isIP } from "node:net";
import { badName, invalid, missing, refused } from "../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../cursor.ts";
import { labelName, portName, subdomainName } from "../names.ts";
import type { Report } from "../problem.ts";
import { isPort } from "./numbers.ts";

/** Checks an Ingress: hosts, paths and their backends. */
export function checkIngress(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  const rules = items(at(spec, "rules"));
  const fallback = at(spec, "defaultBackend");
  if (rules.length === 0 && !isSet(fallback)) {
    refused(report, spec, "Either defaultBackend or rules must be given");
  }
  if (isSet(fallback)) checkBackend(fallback, report);
  const name = at(spec, "ingressClassName");
  checkSetName(name, report);
  for (const rule of rules) {
    checkHost(at(rule, "host"), report);
    const paths = at(rule, "http", "paths");
    if (isSet(at(rule, "http")) && items(paths).length === 0)
      missing(report, at(rule, "http"), "paths");
    for (const path of items(paths)) checkPath(path, report);
  }
  for (const tls of items(at(spec, "tls"))) {
    for (const host of items(at(tls, "hosts"))) {
      if (textOf(host) === undefined) invalid(report, host, "a name is wanted");
      checkHost(host, report);
    }
    if (textOf(at(tls, "secretName")) !== undefined) checkSetName(at(tls, "secretName"), report);
  }
}

function checkSetName(name: Cursor, report: Report): void {
  const problem = typeof name.value === "string" ? subdomainName(name.value) : undefined;
  if (problem !== undefined) badName(report, name, problem);
}

function checkHost(host: Cursor, report: Report): void {
  const text = textOf(host);
  if (text === undefined) return;
  if (isIP(text) !== 0) return invalid(report, host, "it must be a name, not an address");
  const problem = subdomainName(text.startsWith("*.") ? text.slice(2) : text);
  if (problem !== undefined) invalid(report, host, problem);
}

const badSequences = ["//", "/./", "/../", "%2f", "%2F"];

function checkPath(path: Cursor, report: Report): void {
  const text = textOf(at(path, "path"));
  const type = textOf(at(path, "pathType"));
  if (type === undefined) missing(report, path, "pathType");
  const exact = type === "Exact" || type === "Prefix";
  if ((text !== undefined || exact) && !text?.startsWith("/")) {
    invalid(report, at(path, "path"), "it must begin with a slash");
  }
  if (exact && text !== undefined) {
    const found = badSequences.find((sequence) => text.includes(sequence));
    if (found !== undefined) invalid(report, at(path, "path"), `it must not hold ${found}`);
    if (/\/\.\.?$/.test(text)) invalid(report, at(path, "path"), "it must not end with dots");
  }
  checkBackend(at(path, "backend"), report);
}

function checkBackend(backend: Cursor, report: Report): void {
  const service = at(backend, "service");
  const resource = at(backend, "resource");
  if (isSet(service) === isSet(resource)) {
    return refused(report, backend, "A backend has either service or resource");
  }
  if (isSet(resource)) {
    for (const field of ["kind", "name"]) {
      if (textOf(at(resource, field)) === undefined) missing(report, resource, field);
    }
    return;
  }
  const name = at(service, "name");
  const nameProblem = textOf(name) === undefined ? undefined : labelName(String(name.value));
  if (textOf(name) === undefined) missing(report, service, "name");
  if (nameProblem !== undefined) badName(report, name, nameProblem);
  checkBackendPort(at(service, "port"), { backend, report });
}

function checkBackendPort(
  port: Cursor,
  { backend, report }: { backend: Cursor; report: Report },
): void {
  const byName = textOf(at(port, "name"));
  const number = at(port, "number");
  const byNumber = (numberOf(number) ?? 0) !== 0;
  if (byName !== undefined && byNumber) {
    refused(report, port, "A port is given by name or by number, not both");
  } else if (byName !== undefined) {
    const problem = portName(byName);
    if (problem !== undefined) badName(report, at(port, "name"), problem);
  } else if (byNumber) {
    isPort(report, number);
  } else {
    refused(report, backend, "The port's name or number is missing");
  }
}
