import type { System } from "../kinds/system.ts";

/** DNS records of the system, rendered once, on the leading target. */
export interface DnsView {
  /** Provider whose DNS holds the records, and whether this target renders them. */
  readonly provider: string;
  readonly rendered: boolean;
  readonly ttlSeconds: number;
  readonly routing: System["traffic"]["routing"];
  readonly records: readonly DnsRecord[];
  /** The same records by host name, for providers that keep a host's answers in one object. */
  readonly hosts: readonly DnsHost[];
}

/** One host name, its domain (without the first label), and the targets that serve it. */
export interface DnsHost {
  readonly hostName: string;
  readonly domain: string;
  readonly records: readonly DnsRecord[];
}

/** One answer of the routing policy: a target that serves the host. */
export interface DnsRecord {
  readonly hostName: string;
  readonly target: string;
  readonly provider: string;
  readonly region: string;
  readonly country: string;
  readonly continent: string;
  /** Name that resolves to the target's gateway. */
  readonly address: string;
  readonly weight: number;
  /** `primary` serves, `secondary` takes over (failover routing). */
  readonly failover: "primary" | "secondary";
  readonly healthCheck: { readonly hostName: string; readonly path: string; readonly port: number };
}
