import { checkAnnotations, checkLabels } from "../../check-identity.ts";
import { badName, invalid, missing, need, oneOfIfSet, refused, repeated } from "../../complain.ts";
import { at, isSet, items, numberOf, textOf, type Cursor } from "../../cursor.ts";
import { labelName, subdomainName } from "../../names.ts";
import type { Report } from "../../problem.ts";
import { checkContainer, type PodSurroundings } from "./container.ts";
import { atLeast, notNegative } from "../numbers.ts";
import { checkPodNetwork } from "./pod-network.ts";
import { checkScheduling } from "./scheduling.ts";
import { checkPodSecurity } from "./security-context.ts";
import { checkVolumes } from "./volumes.ts";

/** Checks a standalone Pod. */
export function checkPod(object: Cursor, report: Report): void {
  const spec = at(object, "spec");
  if (!isSet(spec)) return missing(report, object, "spec");
  checkPodSpec(spec, { report });
}

/** The requirements of a workload on its pods. */
export interface TemplateOptions {
  readonly report: Report;
  /** Restart policies that the workload allows; the first is the server's default. */
  readonly restart?: readonly string[];
  /** The server's default counts as set, too. */
  readonly restartRequired?: boolean;
  /** Volumes that the workload adds, such as claim templates. */
  readonly volumes?: readonly string[];
}

/** Checks the pod template of a workload: its labels, its spec, and the allowed restart policies. */
export function checkPodTemplate(template: Cursor, options: TemplateOptions): void {
  const { report, restart } = options;
  checkLabels(at(template, "metadata", "labels"), report);
  checkAnnotations(at(template, "metadata", "annotations"), report);
  const spec = at(template, "spec");
  if (!isSet(spec)) return missing(report, template, "spec");
  checkPodSpec(spec, options);
  const policy = at(spec, "restartPolicy");
  const word = textOf(policy);
  if (restart === undefined) return;
  if (word === undefined) {
    if (options.restartRequired) missing(report, spec, "restartPolicy");
  } else if (!restart.includes(word)) {
    invalid(report, policy, `here it must be ${restart.join(" or ")}`);
  }
}

function checkPodSpec(spec: Cursor, { report, volumes = [] }: TemplateOptions): void {
  if (!isSet(spec)) return;
  const names = checkVolumes(at(spec, "volumes"), report);
  for (const name of volumes) names.add(name);
  const pod = {
    volumes: names,
    hostNetwork: at(spec, "hostNetwork").value === true,
    graceSeconds: numberOf(at(spec, "terminationGracePeriodSeconds")) ?? 30,
    report,
  };
  checkContainers(spec, pod);
  checkPodSecurity(at(spec, "securityContext"), report);
  checkScheduling(spec, report);
  notNegative(report, spec, ["terminationGracePeriodSeconds"]);
  atLeast(report, at(spec, "activeDeadlineSeconds"), 1);
  for (const field of ["serviceAccountName", "priorityClassName", "runtimeClassName"]) {
    checkName(at(spec, field), { rule: subdomainName, report });
  }
  checkName(at(spec, "hostname"), { rule: labelName, report });
  checkName(at(spec, "subdomain"), { rule: labelName, report });
  checkPodNetwork(spec, report);
  checkSettings(spec, report);
}

function checkName(
  cursor: Cursor,
  { rule, report }: { rule: (name: string) => string | undefined; report: Report },
): void {
  const name = textOf(cursor);
  const problem = name === undefined ? undefined : rule(name);
  if (problem !== undefined) badName(report, cursor, problem);
}

function checkContainers(spec: Cursor, pod: PodSurroundings): void {
  const { report } = pod;
  const containers = items(at(spec, "containers"));
  if (containers.length === 0) missing(report, spec, "containers");
  const names = new Set<string>();
  for (const container of [...containers, ...items(at(spec, "initContainers"))]) {
    checkContainer(container, pod);
    const name = textOf(at(container, "name"));
    if (name === undefined) continue;
    if (names.has(name)) repeated(report, container, name);
    names.add(name);
  }
  for (const container of items(at(spec, "initContainers"))) {
    const policy = at(container, "restartPolicy");
    oneOfIfSet(report, policy, ["Always", "Never", "OnFailure"]);
    if (textOf(policy) === "Always") continue;
    for (const field of ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"]) {
      if (isSet(at(container, field))) {
        refused(report, at(container, field), `An init container that ends has no ${field}`);
      }
    }
  }
  const ephemeral = at(spec, "ephemeralContainers");
  if (items(ephemeral).length > 0) {
    refused(report, ephemeral, "Ephemeral containers are added to running pods only");
  }
}

function checkSettings(spec: Cursor, report: Report): void {
  for (const gate of items(at(spec, "readinessGates"))) {
    if (textOf(at(gate, "conditionType")) === undefined) missing(report, gate, "conditionType");
  }
  if (at(spec, "hostPID").value === true && at(spec, "shareProcessNamespace").value === true) {
    refused(report, at(spec, "shareProcessNamespace"), "It excludes hostPID");
  }
  for (const secret of items(at(spec, "imagePullSecrets"))) need(report, secret, ["name"]);
}
