import { checkLabels } from "../../check-identity.ts";
import { badName, invalid, missing, need } from "../../complain.ts";
import { at, isSet, textOf, type Cursor } from "../../cursor.ts";
import { atMost, subdomainName } from "../../names.ts";
import type { Report } from "../../problem.ts";
import { checkClaimSpec } from "../storage.ts";

/** Checks volumes from a driver, a server or an ephemeral claim. */
export function checkOtherSources(volume: Cursor, report: Report): void {
  checkDriver(at(volume, "csi"), report);
  checkShare(at(volume, "nfs"), report);
  const own = at(volume, "ephemeral");
  if (!isSet(own)) return;
  const template = at(own, "volumeClaimTemplate");
  if (!isSet(template)) return missing(report, own, "volumeClaimTemplate");
  checkLabels(at(template, "metadata", "labels"), report);
  checkClaimSpec(at(template, "spec"), report);
}

function checkDriver(source: Cursor, report: Report): void {
  if (!isSet(source)) return;
  need(report, source, ["driver"]);
  const driver = at(source, "driver");
  const wrong = textOf(driver) === undefined ? undefined : driverName(String(driver.value));
  if (wrong !== undefined) badName(report, driver, wrong);
  const secret = at(source, "nodePublishSecretRef");
  if (!isSet(secret)) return;
  need(report, secret, ["name"]);
  const name = at(secret, "name");
  const problem = textOf(name) === undefined ? undefined : subdomainName(String(name.value));
  if (problem !== undefined) badName(report, name, problem);
}

const driverName = atMost(63, (name) => subdomainName(name.toLowerCase()));

function checkShare(source: Cursor, report: Report): void {
  if (!isSet(source)) return;
  need(report, source, ["server", "path"]);
  const path = at(source, "path");
  if (textOf(path)?.startsWith("/") === false) {
    invalid(report, path, "it must be an absolute path");
  }
}
