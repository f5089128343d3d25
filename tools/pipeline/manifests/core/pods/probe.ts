import { reportInvalid, reportMissing, reportViolation } from "../../report-invalid.ts";
import { at, isSet, items, numberValue, textValue, type Cursor } from "../../cursor.ts";
import { portName } from "../../name-rules.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkAtLeast, checkBetween, checkPortNumber, checkNotNegative } from "../numbers.ts";

/** Checks the three probes and the lifecycle hooks of a container. */
export function checkProbes(
  container: Cursor,
  { graceSeconds, report }: { readonly graceSeconds: number; readonly report: ReportProblem },
): void {
  for (const kind of ["livenessProbe", "readinessProbe", "startupProbe"]) {
    const probe = at(container, kind);
    if (isSet(probe)) checkProbe(probe, { kind, report });
  }
  for (const hook of ["postStart", "preStop"]) {
    const handler = at(container, "lifecycle", hook);
    if (isSet(handler)) checkHandler(handler, ["exec", "httpGet", "tcpSocket", "sleep"], report);
    checkBetween(report, at(handler, "sleep", "seconds"), [0, graceSeconds]);
  }
}

function checkProbe(
  probe: Cursor,
  { kind, report }: { kind: string; report: ReportProblem },
): void {
  checkHandler(probe, ["exec", "httpGet", "tcpSocket", "grpc"], report);
  checkNotNegative(report, probe, [
    "initialDelaySeconds",
    "timeoutSeconds",
    "periodSeconds",
    "successThreshold",
    "failureThreshold",
  ]);
  const threshold = at(probe, "successThreshold");
  // Zero is the same as absent.
  if (kind !== "readinessProbe" && (numberValue(threshold) ?? 1) > 1) {
    reportInvalid(report, threshold, `it must be 1 for a ${kind}`);
  }
  const grace = at(probe, "terminationGracePeriodSeconds");
  if (kind === "readinessProbe" && isSet(grace)) {
    reportViolation(report, grace, "A readinessProbe cannot set terminationGracePeriodSeconds");
  } else {
    checkAtLeast(report, grace, 1);
  }
}

function checkHandler(handler: Cursor, kinds: readonly string[], report: ReportProblem): void {
  const given = kinds.filter((kind) => isSet(at(handler, kind)));
  const [first, second] = given;
  if (first === undefined) {
    return reportViolation(report, handler, `A handler is required: one of ${kinds.join(", ")}`);
  }
  if (second !== undefined) {
    reportViolation(
      report,
      at(handler, second),
      `Only one handler is allowed, and ${first} is set too`,
    );
  }
  if (given.includes("exec") && items(at(handler, "exec", "command")).length === 0) {
    reportMissing(report, at(handler, "exec"), "command");
  }
  checkHttp(at(handler, "httpGet"), report);
  checkPortOrName(at(handler, "tcpSocket", "port"), report);
  checkPortNumber(report, at(handler, "grpc", "port"));
}

function checkHttp(request: Cursor, report: ReportProblem): void {
  if (!isSet(request)) return;
  checkPortOrName(at(request, "port"), report);
  for (const header of items(at(request, "httpHeaders"))) {
    const name = at(header, "name");
    if (!/^[-A-Za-z0-9]+$/.test(textValue(name) ?? "")) {
      reportInvalid(report, name, "a header name may only contain letters, digits and dashes");
    }
  }
}

function checkPortOrName(port: Cursor, report: ReportProblem): void {
  if (typeof port.value === "number") return checkPortNumber(report, port);
  if (typeof port.value !== "string") return;
  const problem = portName(port.value);
  if (problem !== undefined) reportInvalid(report, port, problem);
}
