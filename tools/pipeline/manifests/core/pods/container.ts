import {
  reportInvalidName,
  reportInvalid,
  reportMissing,
  requireFields,
  checkAllowedIfSet,
  reportViolation,
  reportDuplicate,
} from "../../report-invalid.ts";
import { at, isSet, items, numberValue, textValue, type Cursor } from "../../cursor.ts";
import { dataKey, labelName, portName, subdomainName } from "../../name-rules.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkVariableReferences } from "./downward.ts";
import { checkPortNumber } from "../numbers.ts";
import { checkProbes } from "./probe.ts";
import { checkResources } from "./resources.ts";
import { checkContainerSecurity } from "./security-context.ts";

/** The context that the containers of one pod share. */
export interface PodContext {
  /** Names of its volumes, including the claim templates of a StatefulSet. */
  readonly volumes: ReadonlySet<string>;
  readonly hostNetwork: boolean;
  /** Seconds that a container has to shut down. */
  readonly graceSeconds: number;
  readonly report: ReportProblem;
}

/** Checks one container of a pod, of any kind. */
export function checkContainer(container: Cursor, pod: PodContext): void {
  const { report } = pod;
  const name = at(container, "name");
  if (textValue(name) === undefined) reportMissing(report, container, "name");
  const problem = textValue(name) === undefined ? undefined : labelName(String(name.value));
  if (problem !== undefined) reportInvalidName(report, name, problem);
  const image = at(container, "image");
  if (textValue(image) === undefined) reportMissing(report, container, "image");
  else if (/^\s|\s$/.test(String(image.value))) {
    reportInvalid(report, image, "it must not begin or end with a space");
  }
  checkPorts(container, pod);
  for (const variable of items(at(container, "env"))) checkVariable(variable, report);
  for (const source of items(at(container, "envFrom"))) checkVariableSource(source, report);
  checkMounts(container, pod);
  checkDevices(container, pod);
  checkResources(at(container, "resources"), report);
  checkProbes(container, pod);
  checkContainerSecurity(at(container, "securityContext"), report);
}

function checkPorts(container: Cursor, { hostNetwork, report }: PodContext): void {
  const names = new Set<string>();
  for (const port of items(at(container, "ports"))) {
    const number = at(port, "containerPort");
    checkPortNumber(report, number);
    const hostPort = at(port, "hostPort");
    if (numberValue(hostPort) !== 0) checkPortNumber(report, hostPort);
    const host = numberValue(hostPort) ?? 0;
    if (hostNetwork && host !== 0 && host !== number.value) {
      reportInvalid(report, hostPort, "on the host network it must equal containerPort");
    }
    if (host === 0 && textValue(at(port, "hostIP")) !== undefined) {
      reportViolation(report, at(port, "hostIP"), "hostIP requires hostPort");
    }
    const name = at(port, "name");
    const text = textValue(name);
    if (text === undefined) continue;
    const problem = portName(text);
    if (problem !== undefined) reportInvalidName(report, name, problem);
    else if (names.has(text)) reportDuplicate(report, name, text);
    names.add(text);
  }
}

function checkVariable(variable: Cursor, report: ReportProblem): void {
  const name = at(variable, "name");
  if (textValue(name) === undefined) reportMissing(report, variable, "name");
  else if (!/^[ -<>-~]+$/.test(String(name.value))) {
    reportInvalidName(
      report,
      name,
      "it may only contain printable ASCII characters other than `=`",
    );
  }
  const source = at(variable, "valueFrom");
  if (!isSet(source)) return;
  if (textValue(at(variable, "value")) !== undefined) {
    reportViolation(report, source, "A variable must have either `value` or `valueFrom`, not both");
  }
  const kinds = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"];
  const given = kinds.filter((kind) => isSet(at(source, kind)));
  if (given.length !== 1) {
    reportViolation(report, source, `Exactly one of ${kinds.join(", ")} is required`);
  }
  checkVariableReferences(source, report);
  for (const kind of ["configMapKeyRef", "secretKeyRef"]) {
    if (isSet(at(source, kind))) checkKeyReference(at(source, kind), report);
  }
}

function checkKeyReference(reference: Cursor, report: ReportProblem): void {
  const name = at(reference, "name");
  if (textValue(name) === undefined) reportMissing(report, reference, "name");
  else checkObjectName(name, report);
  const key = at(reference, "key");
  if (textValue(key) === undefined) return reportMissing(report, reference, "key");
  const problem = dataKey(String(key.value));
  if (problem !== undefined) reportInvalidName(report, key, problem);
}

function checkObjectName(name: Cursor, report: ReportProblem): void {
  const problem = subdomainName(String(name.value));
  if (problem !== undefined) reportInvalidName(report, name, problem);
}

function checkVariableSource(source: Cursor, report: ReportProblem): void {
  const given = ["configMapRef", "secretRef"].filter((kind) => isSet(at(source, kind)));
  if (given.length !== 1) {
    reportViolation(report, source, "Exactly one of configMapRef and secretRef is required");
  }
  for (const kind of given) {
    const name = at(source, kind, "name");
    const problem = subdomainName(textValue(name) ?? "");
    if (problem !== undefined) reportInvalidName(report, name, problem);
  }
}

const propagations = ["None", "HostToContainer", "Bidirectional"];

function checkMounts(container: Cursor, { volumes, report }: PodContext): void {
  const paths = new Set<unknown>();
  for (const mount of items(at(container, "volumeMounts"))) {
    const name = textValue(at(mount, "name"));
    if (name === undefined) reportMissing(report, mount, "name");
    else if (!volumes.has(name)) {
      reportViolation(report, at(mount, "name"), `The pod has no volume \`${name}\``);
    }
    const path = textValue(at(mount, "mountPath"));
    if (path === undefined) reportMissing(report, mount, "mountPath");
    else if (paths.has(path)) reportDuplicate(report, mount, path);
    paths.add(path);
    checkSubPath(mount, report);
    checkAllowedIfSet(report, at(mount, "mountPropagation"), propagations);
    checkAllowedIfSet(report, at(mount, "recursiveReadOnly"), [
      "Disabled",
      "Enabled",
      "IfPossible",
    ]);
  }
}

function checkDevices(container: Cursor, { volumes, report }: PodContext): void {
  for (const device of items(at(container, "volumeDevices"))) {
    requireFields(report, device, ["name", "devicePath"]);
    const name = textValue(at(device, "name"));
    if (name !== undefined && !volumes.has(name)) {
      reportViolation(report, at(device, "name"), `The pod has no volume \`${name}\``);
    }
  }
}

function checkSubPath(mount: Cursor, report: ReportProblem): void {
  for (const field of ["subPath", "subPathExpr"]) {
    const cursor = at(mount, field);
    const path = textValue(cursor);
    if (path === undefined) continue;
    if (path.startsWith("/")) reportInvalid(report, cursor, "it must be a relative path");
    else if (path.split("/").includes(".."))
      reportInvalid(report, cursor, "it must not contain `..`");
  }
  const both = textValue(at(mount, "subPath")) && textValue(at(mount, "subPathExpr"));
  if (both)
    reportViolation(
      report,
      at(mount, "subPathExpr"),
      "subPath and subPathExpr are mutually exclusive",
    );
}
