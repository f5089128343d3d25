import { isIP } from "node:net";
import {
  reportInvalidName,
  reportInvalid,
  requireFields,
  reportViolation,
} from "../../report-invalid.ts";
import { at, items, textValue, type Cursor } from "../../cursor.ts";
import { subdomainName } from "../../name-rules.ts";
import type { ReportProblem } from "../../manifest-problem.ts";

const maxNameServers = 3;

/** Checks the name resolution of a pod: its name servers, its search domains and its own host names. */
export function checkPodNetwork(spec: Cursor, report: ReportProblem): void {
  const dns = at(spec, "dnsConfig");
  const servers = items(at(dns, "nameservers"));
  if (textValue(at(spec, "dnsPolicy")) === "None" && servers.length === 0) {
    reportViolation(report, at(spec, "dnsPolicy"), "dnsPolicy None requires dnsConfig.nameservers");
  }
  if (servers.length > maxNameServers) {
    reportInvalid(
      report,
      at(dns, "nameservers"),
      `at most ${maxNameServers} name servers are allowed`,
    );
  }
  for (const server of servers) checkAddress(server, report);
  for (const search of items(at(dns, "searches"))) checkSearch(search, report);
  for (const option of items(at(dns, "options"))) requireFields(report, option, ["name"]);
  for (const alias of items(at(spec, "hostAliases"))) {
    checkAddress(at(alias, "ip"), report);
    for (const name of items(at(alias, "hostnames"))) {
      const problem = subdomainName(textValue(name) ?? "");
      if (problem !== undefined) reportInvalidName(report, name, problem);
    }
  }
}

function checkAddress(address: Cursor, report: ReportProblem): void {
  if (isIP(textValue(address) ?? "") === 0)
    reportInvalid(report, address, "it must be an IP address");
}

// These names may contain underscores and end with a dot; a single dot is the root.
function checkSearch(search: Cursor, report: ReportProblem): void {
  const domain = textValue(search) ?? "";
  if (domain === ".") return;
  const problem = subdomainName(domain.replace(/\.$/, "").replaceAll(/_(?=[a-z0-9])/g, ""));
  if (problem !== undefined) reportInvalidName(report, search, problem);
}
