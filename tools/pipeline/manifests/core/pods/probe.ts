import { invalid, missing, refused } from "../../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../../cursor.ts";
import { portName } from "../../names.ts";
import type { Report } from "../../problem.ts";
import { atLeast, between, isPort, notNegative } from "../numbers.ts";

/** Checks the three probes and the lifecycle hooks of a container. */
export function checkProbes(
  container: Cursor,
  { graceSeconds, report }: { readonly graceSeconds: number; readonly report: Report },
): void {
  for (const kind of ["livenessProbe", "readinessProbe", "startupProbe"]) {
    const probe = at(container, kind);
    if (isSet(probe)) checkProbe(probe, { kind, report });
  }
  for (const hook of ["postStart", "preStop"]) {
    const handler = at(container, "lifecycle", hook);
    if (isSet(handler)) checkHandler(handler, ["exec", "httpGet", "tcpSocket", "sleep"], report);
    between(report, at(handler, "sleep", "seconds"), [0, graceSeconds]);
  }
}

function checkProbe(probe: Cursor, { kind, report }: { kind: string; report: Report }): void {
  checkHandler(probe, ["exec", "httpGet", "tcpSocket", "grpc"], report);
  notNegative(report, probe, [
    "initialDelaySeconds",
    "timeoutSeconds",
    "periodSeconds",
    "successThreshold",
    "failureThreshold",
  ]);
  const threshold = at(probe, "successThreshold");
  // Zero is the same as absent.
  if (kind !== "readinessProbe" && (numberOf(threshold) ?? 1) > 1) {
    invalid(report, threshold, `it must be 1 in a ${kind}`);
  }
  const grace = at(probe, "terminationGracePeriodSeconds");
  if (kind === "readinessProbe" && isSet(grace)) {
    refused(report, grace, "A readinessProbe has no terminationGracePeriodSeconds");
  } else {
    atLeast(report, grace, 1);
  }
}

function checkHandler(handler: Cursor, kinds: readonly string[], report: Report): void {
  const given = kinds.filter((kind) => isSet(at(handler, kind)));
  const [first, second] = given;
  if (first === undefined) {
    return refused(report, handler, `A handler is missing: one of ${kinds.join(", ")}`);
  }
  if (second !== undefined) {
    refused(
      report,
      at(handler, second),
      `Only one handler may be given, and ${first} is there too`,
    );
  }
  if (given.includes("exec") && items(at(handler, "exec", "command")).length === 0) {
    missing(report, at(handler, "exec"), "command");
  }
  checkHttp(at(handler, "httpGet"), report);
  checkPortOrName(at(handler, "tcpSocket", "port"), report);
  isPort(report, at(handler, "grpc", "port"));
}

function checkHttp(request: Cursor, report: Report): void {
  if (!isSet(request)) return;
  checkPortOrName(at(request, "port"), report);
  for (const header of items(at(request, "httpHeaders"))) {
    const name = at(header, "name");
    if (!/^[-A-Za-z0-9]+$/.test(textOf(name) ?? "")) {
      invalid(report, name, "a header's name holds letters, digits and dashes");
    }
  }
}

function checkPortOrName(port: Cursor, report: Report): void {
  if (typeof port.value === "number") return isPort(report, port);
  if (typeof port.value !== "string") return;
  const problem = portName(port.value);
  if (problem !== undefined) invalid(report, port, problem);
}
