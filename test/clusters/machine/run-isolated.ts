import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a command with processes, mounts and a network of its own, and returns its exit code. It cannot reach any other
 * network, and everything it started ends with this process, even when this process is killed.
 */
export async function runIsolated(
  command: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<number> {
  const isolated = spawn(
    "setpriv",
    ["--pdeathsig", "KILL", "unshare", ...unshareOptions, "--", ...command],
    { stdio: "inherit", env: { ...process.env, ...variables } },
  );
  const end = (): void => void isolated.kill("SIGKILL");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
  const [code] = (await once(isolated, "exit")) as [number | null];
  return code ?? 1;
}

const unshareOptions = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
