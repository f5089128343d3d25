import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { GoCommandError, goCommand } from "@altostrata/maintain/programs/go-command.ts";
import { installDebianPackages } from "./debian-packages.ts";

/** Everything this machine lacks to run clusters, one sentence each. Installs Debian packages when it may. */
export function missingParts(): string[] {
  if (process.platform !== "linux") return ["Linux: a node shares its kernel with its pods."];
  if (process.getuid?.() !== 0)
    return ["Root: networks, mounts and control groups are made here. Run it as root."];
  return [...missingKernelParts(), ...missingDebianPackages(), ...missingGo()];
}

function missingKernelParts(): string[] {
  return [
    ["/proc/self/ns/pid", "PID namespaces in the kernel."],
    ["/proc/self/ns/net", "Network namespaces in the kernel."],
    ["/proc/sys/net/bridge", "Bridge netfilter in the kernel (modprobe br_netfilter)."],
    ["/sys/fs/cgroup", "Control groups, mounted at /sys/fs/cgroup."],
  ].flatMap(([path = "", sentence = ""]) => (existsSync(path) ? [] : [sentence]));
}

function missingDebianPackages(): string[] {
  const missing = installDebianPackages();
  return missing.length === 0 ? [] : [`Debian packages: apt-get install ${missing.join(" ")}`];
}

function missingGo(): string[] {
  try {
    goCommand(tmpdir(), ["version"]);
    return [];
  } catch (error) {
    if (error instanceof GoCommandError) return [error.message];
    throw error;
  }
}
