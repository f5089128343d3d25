import { checkLabels } from "../../check-identity.ts";
import {
  reportInvalidName,
  reportInvalid,
  reportMissing,
  requireFields,
} from "../../report-invalid.ts";
import { at, isSet, textValue, type Cursor } from "../../cursor.ts";
import { withMaxLength, subdomainName } from "../../name-rules.ts";
import type { ReportProblem } from "../../manifest-problem.ts";
import { checkClaimSpec } from "../storage.ts";

/** Checks volumes from a driver, a server or an ephemeral claim. */
export function checkOtherSources(volume: Cursor, report: ReportProblem): void {
  checkDriver(at(volume, "csi"), report);
  checkShare(at(volume, "nfs"), report);
  const own = at(volume, "ephemeral");
  if (!isSet(own)) return;
  const template = at(own, "volumeClaimTemplate");
  if (!isSet(template)) return reportMissing(report, own, "volumeClaimTemplate");
  checkLabels(at(template, "metadata", "labels"), report);
  checkClaimSpec(at(template, "spec"), report);
}

function checkDriver(source: Cursor, report: ReportProblem): void {
  if (!isSet(source)) return;
  requireFields(report, source, ["driver"]);
  const driver = at(source, "driver");
  const wrong = textValue(driver) === undefined ? undefined : driverName(String(driver.value));
  if (wrong !== undefined) reportInvalidName(report, driver, wrong);
  const secret = at(source, "nodePublishSecretRef");
  if (!isSet(secret)) return;
  requireFields(report, secret, ["name"]);
  const name = at(secret, "name");
  const problem = textValue(name) === undefined ? undefined : subdomainName(String(name.value));
  if (problem !== undefined) reportInvalidName(report, name, problem);
}

const driverName = withMaxLength(63, (name) => subdomainName(name.toLowerCase()));

function checkShare(source: Cursor, report: ReportProblem): void {
  if (!isSet(source)) return;
  requireFields(report, source, ["server", "path"]);
  const path = at(source, "path");
  if (textValue(path)?.startsWith("/") === false) {
    reportInvalid(report, path, "it must be an absolute path");
  }
}
