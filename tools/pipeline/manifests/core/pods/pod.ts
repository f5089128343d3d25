import { checkAnnotations, checkLabels } from "../../check-identity.ts";
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
import { labelName, subdomainName } from "../../name-rules.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkContainer, type PodContext } from "./container.ts";
import { checkAtLeast, checkNotNegative } from "../numbers.ts";
import { checkPodNetwork } from "./pod-network.ts";
import { checkScheduling } from "./scheduling.ts";
import { checkPodSecurity } from "./security-context.ts";
import { checkVolumes } from "./volumes.ts";

/** Checks a standalone Pod. */
export function checkPod(object: Cursor, report: ReportProblem): void {
  const spec = at(object, "spec");
  if (!isSet(spec)) return reportMissing(report, object, "spec");
  checkPodSpec(spec, { report });
}

/** The requirements of a workload on its pods. */
export interface TemplateOptions {
  readonly report: ReportProblem;
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
  if (!isSet(spec)) return reportMissing(report, template, "spec");
  checkPodSpec(spec, options);
  const policy = at(spec, "restartPolicy");
  const word = textValue(policy);
  if (restart === undefined) return;
  if (word === undefined) {
    if (options.restartRequired) reportMissing(report, spec, "restartPolicy");
  } else if (!restart.includes(word)) {
    reportInvalid(report, policy, `here it must be ${restart.join(" or ")}`);
  }
}

function checkPodSpec(spec: Cursor, { report, volumes = [] }: TemplateOptions): void {
  if (!isSet(spec)) return;
  const names = checkVolumes(at(spec, "volumes"), report);
  for (const name of volumes) names.add(name);
  const pod = {
    volumes: names,
    hostNetwork: at(spec, "hostNetwork").value === true,
    graceSeconds: numberValue(at(spec, "terminationGracePeriodSeconds")) ?? 30,
    report,
  };
  checkContainers(spec, pod);
  checkPodSecurity(at(spec, "securityContext"), report);
  checkScheduling(spec, report);
  checkNotNegative(report, spec, ["terminationGracePeriodSeconds"]);
  checkAtLeast(report, at(spec, "activeDeadlineSeconds"), 1);
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
  { rule, report }: { rule: (name: string) => string | undefined; report: ReportProblem },
): void {
  const name = textValue(cursor);
  const problem = name === undefined ? undefined : rule(name);
  if (problem !== undefined) reportInvalidName(report, cursor, problem);
}

function checkContainers(spec: Cursor, pod: PodContext): void {
  const { report } = pod;
  const containers = items(at(spec, "containers"));
  if (containers.length === 0) reportMissing(report, spec, "containers");
  const names = new Set<string>();
  for (const container of [...containers, ...items(at(spec, "initContainers"))]) {
    checkContainer(container, pod);
    const name = textValue(at(container, "name"));
    if (name === undefined) continue;
    if (names.has(name)) reportDuplicate(report, container, name);
    names.add(name);
  }
  for (const container of items(at(spec, "initContainers"))) {
    const policy = at(container, "restartPolicy");
    checkAllowedIfSet(report, policy, ["Always", "Never", "OnFailure"]);
    if (textValue(policy) === "Always") continue;
    for (const field of ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"]) {
      if (isSet(at(container, field))) {
        reportViolation(
          report,
          at(container, field),
          `Only init containers with restartPolicy Always may have ${field}`,
        );
      }
    }
  }
  const ephemeral = at(spec, "ephemeralContainers");
  if (items(ephemeral).length > 0) {
    reportViolation(report, ephemeral, "Ephemeral containers can only be added to running pods");
  }
}

function checkSettings(spec: Cursor, report: ReportProblem): void {
  for (const gate of items(at(spec, "readinessGates"))) {
    if (textValue(at(gate, "conditionType")) === undefined)
      reportMissing(report, gate, "conditionType");
  }
  if (at(spec, "hostPID").value === true && at(spec, "shareProcessNamespace").value === true) {
    reportViolation(
      report,
      at(spec, "shareProcessNamespace"),
      "shareProcessNamespace and hostPID are mutually exclusive",
    );
  }
  for (const secret of items(at(spec, "imagePullSecrets"))) requireFields(report, secret, ["name"]);
}
