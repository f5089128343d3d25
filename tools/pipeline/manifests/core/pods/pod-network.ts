import { isIP } from "node:net";
import { badName, invalid, need, refused } from "../../complain.ts";
import { at, items, textOf, type Cursor } from "../../cursor.ts";
import { subdomainName } from "../../names.ts";
import type { Report } from "../../problem.ts";

const mostNameServers = 3;

/** Checks the name resolution of a pod: its name servers, its search domains and its own host names. */
export function checkPodNetwork(spec: Cursor, report: Report): void {
  const dns = at(spec, "dnsConfig");
  const servers = items(at(dns, "nameservers"));
  if (textOf(at(spec, "dnsPolicy")) === "None" && servers.length === 0) {
    refused(report, at(spec, "dnsPolicy"), "dnsPolicy None needs dnsConfig.nameservers");
  }
  if (servers.length > mostNameServers) {
    invalid(report, at(dns, "nameservers"), `at most ${mostNameServers} name servers are allowed`);
  }
  for (const server of servers) checkAddress(server, report);
  for (const search of items(at(dns, "searches"))) checkSearch(search, report);
  for (const option of items(at(dns, "options"))) need(report, option, ["name"]);
  for (const alias of items(at(spec, "hostAliases"))) {
    checkAddress(at(alias, "ip"), report);
    for (const name of items(at(alias, "hostnames"))) {
      const problem = subdomainName(textOf(name) ?? "");
      if (problem !== undefined) badName(report, name, problem);
    }
  }
}

function checkAddress(address: Cursor, report: Report): void {
  if (isIP(textOf(address) ?? "") === 0) invalid(report, address, "an address is wanted");
}

// These names may contain underscores and end with a dot; a single dot is the root.
function checkSearch(search: Cursor, report: Report): void {
  const domain = textOf(search) ?? "";
  if (domain === ".") return;
  const problem = subdomainName(domain.replace(/\.$/, "").replaceAll(/_(?=[a-z0-9])/g, ""));
  if (problem !== undefined) badName(report, search, problem);
}
