import { badName, invalid, missing, need, oneOfIfSet, refused, repeated } from "../../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../../cursor.ts";
import { dataKey, labelName, portName, subdomainName } from "../../names.ts";
import type { Report } from "../../problem.ts";
import { checkVariableReferences } from "./downward.ts";
import { isPort } from "../numbers.ts";
import { checkProbes } from "./probe.ts";
import { checkResources } from "./resources.ts";
import { checkContainerSecurity } from "./security-context.ts";

/** The context that the containers of one pod share. */
export interface PodSurroundings {
  /** Names of its volumes, including the claim templates of a StatefulSet. */
  readonly volumes: ReadonlySet<string>;
  readonly hostNetwork: boolean;
  /** Seconds that a container has to shut down. */
  readonly graceSeconds: number;
  readonly report: Report;
}

/** Checks one container of a pod, of any kind. */
export function checkContainer(container: Cursor, pod: PodSurroundings): void {
  const { report } = pod;
  const name = at(container, "name");
  if (textOf(name) === undefined) missing(report, container, "name");
  const problem = textOf(name) === undefined ? undefined : labelName(String(name.value));
  if (problem !== undefined) badName(report, name, problem);
  const image = at(container, "image");
  if (textOf(image) === undefined) missing(report, container, "image");
  else if (/^\s|\s$/.test(String(image.value))) {
    invalid(report, image, "it must not begin or end with a space");
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

function checkPorts(container: Cursor, { hostNetwork, report }: PodSurroundings): void {
  const names = new Set<string>();
  for (const port of items(at(container, "ports"))) {
    const number = at(port, "containerPort");
    isPort(report, number);
    const hostPort = at(port, "hostPort");
    if (numberOf(hostPort) !== 0) isPort(report, hostPort);
    const host = numberOf(hostPort) ?? 0;
    if (hostNetwork && host !== 0 && host !== number.value) {
      invalid(report, hostPort, "on the host's network it must be the same as containerPort");
    }
    if (host === 0 && textOf(at(port, "hostIP")) !== undefined) {
      refused(report, at(port, "hostIP"), "hostIP goes with hostPort only");
    }
    const name = at(port, "name");
    const text = textOf(name);
    if (text === undefined) continue;
    const problem = portName(text);
    if (problem !== undefined) badName(report, name, problem);
    else if (names.has(text)) repeated(report, name, text);
    names.add(text);
  }
}

function checkVariable(variable: Cursor, report: Report): void {
  const name = at(variable, "name");
  if (textOf(name) === undefined) missing(report, variable, "name");
  else if (!/^[ -<>-~]+$/.test(String(name.value))) {
    badName(report, name, "it may hold printable ASCII characters other than `=`");
  }
  const source = at(variable, "valueFrom");
  if (!isSet(source)) return;
  if (textOf(at(variable, "value")) !== undefined) {
    refused(report, source, "A variable has either `value` or `valueFrom`");
  }
  const kinds = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"];
  const given = kinds.filter((kind) => isSet(at(source, kind)));
  if (given.length !== 1) {
    refused(report, source, `Exactly one of ${kinds.join(", ")} must be given`);
  }
  checkVariableReferences(source, report);
  for (const kind of ["configMapKeyRef", "secretKeyRef"]) {
    if (isSet(at(source, kind))) checkKeyReference(at(source, kind), report);
  }
}

function checkKeyReference(reference: Cursor, report: Report): void {
  const name = at(reference, "name");
  if (textOf(name) === undefined) missing(report, reference, "name");
  else checkObjectName(name, report);
  const key = at(reference, "key");
  if (textOf(key) === undefined) return missing(report, reference, "key");
  const problem = dataKey(String(key.value));
  if (problem !== undefined) badName(report, key, problem);
}

function checkObjectName(name: Cursor, report: Report): void {
  const problem = subdomainName(String(name.value));
  if (problem !== undefined) badName(report, name, problem);
}

function checkVariableSource(source: Cursor, report: Report): void {
  const given = ["configMapRef", "secretRef"].filter((kind) => isSet(at(source, kind)));
  if (given.length !== 1) {
    refused(report, source, "Exactly one of configMapRef and secretRef must be given");
  }
  for (const kind of given) {
    const name = at(source, kind, "name");
    const problem = subdomainName(textOf(name) ?? "");
    if (problem !== undefined) badName(report, name, problem);
  }
}

const propagations = ["None", "HostToContainer", "Bidirectional"];

function checkMounts(container: Cursor, { volumes, report }: PodSurroundings): void {
  const paths = new Set<unknown>();
  for (const mount of items(at(container, "volumeMounts"))) {
    const name = textOf(at(mount, "name"));
    if (name === undefined) missing(report, mount, "name");
    else if (!volumes.has(name)) {
      refused(report, at(mount, "name"), `The pod has no volume \`${name}\``);
    }
    const path = textOf(at(mount, "mountPath"));
    if (path === undefined) missing(report, mount, "mountPath");
    else if (paths.has(path)) repeated(report, mount, path);
    paths.add(path);
    checkSubPath(mount, report);
    oneOfIfSet(report, at(mount, "mountPropagation"), propagations);
    oneOfIfSet(report, at(mount, "recursiveReadOnly"), ["Disabled", "Enabled", "IfPossible"]);
  }
}

function checkDevices(container: Cursor, { volumes, report }: PodSurroundings): void {
  for (const device of items(at(container, "volumeDevices"))) {
    need(report, device, ["name", "devicePath"]);
    const name = textOf(at(device, "name"));
    if (name !== undefined && !volumes.has(name)) {
      refused(report, at(device, "name"), `The pod has no volume \`${name}\``);
    }
  }
}

function checkSubPath(mount: Cursor, report: Report): void {
  for (const field of ["subPath", "subPathExpr"]) {
    const cursor = at(mount, field);
    const path = textOf(cursor);
    if (path === undefined) continue;
    if (path.startsWith("/")) invalid(report, cursor, "it must be a relative path");
    else if (path.split("/").includes("..")) invalid(report, cursor, "it must not hold `..`");
  }
  const both = textOf(at(mount, "subPath")) && textOf(at(mount, "subPathExpr"));
  if (both) refused(report, at(mount, "subPathExpr"), "subPath and subPathExpr exclude each other");
}
