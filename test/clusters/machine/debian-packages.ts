import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The programs that come from Debian, and the package of each. */
const packages: Readonly<Record<string, string>> = {
  busybox: "busybox-static",
  conntrack: "conntrack",
  containerd: "containerd",
  ip: "iproute2",
  ipset: "ipset",
  iptables: "iptables",
  mmdebstrap: "mmdebstrap",
  openssl: "openssl",
  nsenter: "util-linux",
  runc: "runc",
  setpriv: "util-linux",
  socat: "socat",
  tar: "tar",
  unshare: "util-linux",
};

/** Installs the Debian packages that are missing and returns those that still are. */
export function installDebianPackages(): string[] {
  const missing = missingPackages();
  if (missing.length === 0 || !isOnPath("apt-get")) return missing;
  console.log(`Installing ${missing.join(", ")}`);
  aptGet("update", "-qq");
  aptGet("install", "-y", "-qq", "--no-install-recommends", ...missing);
  return missingPackages();
}

function missingPackages(): string[] {
  const missing = Object.entries(packages).filter(([program]) => !isOnPath(program));
  return [...new Set(missing.map(([, name]) => name))];
}

function isOnPath(program: string): boolean {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

// What failed is missing afterwards, which the caller reports.
function aptGet(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env });
}
