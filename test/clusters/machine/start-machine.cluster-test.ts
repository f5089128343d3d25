import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runFolder } from "../timeline.ts";
import { waitUntil } from "../wait-until.ts";
import { output, startMachine } from "./start-machine.ts";

it("has processes, mounts, a network and a host name of its own", async () => {
  const machine = await startMachine("gamma", folder());
  try {
    expect(machine.run(["hostname"]).trim()).toBe("gamma");
    expect(machine.run(["ip", "-brief", "address"])).toMatch(
      /^lo +UNKNOWN +127\.0\.0\.1\/8[^\n]*\n$/,
    );
    machine.run(["mount", "-t", "tmpfs", "inside", "/mnt"]);
    expect(output("mount", [])).not.toContain("inside on /mnt");
  } finally {
    await machine.stop();
  }
});

it("ends everything that runs on it when it stops, however deep it was started", async () => {
  const machine = await startMachine("gamma", folder());
  const daemon = startDaemon(machine.run);
  expect(isRunning(daemon)).toBe(true);
  await machine.stop();
  await waitUntil("the daemon's end", () => (isRunning(daemon) ? undefined : true));
});

it("ends everything that runs on it when the process that started it is killed", async () => {
  const owner = spawn(
    process.execPath,
    ["--input-type=module-typescript", "--eval", ownerProgram()],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [answer] = (await once(owner.stdout, "data")) as [Buffer];
  const pid = Number(String(answer));
  expect(existsSync(`/proc/${pid}`)).toBe(true);
  owner.kill("SIGKILL");
  await waitUntil("the machine's end", () => (existsSync(`/proc/${pid}`) ? undefined : true));
});

function folder(): string {
  return mkdtempSync(join(runFolder(), "machine-"));
}

let daemons = 0;

// Its parent ends at once, as the parents of daemons do; its duration tells it from every other process.
function startDaemon(run: (command: readonly string[]) => string): string {
  daemons += 1;
  const name = `${1_000_000 + daemons}`;
  run(["bash", "-c", `setsid sleep ${name} > /dev/null 2>&1 &`]);
  return name;
}

function isRunning(daemon: string): boolean {
  return output("ps", ["-eo", "args"]).includes(`sleep ${daemon}`);
}

function ownerProgram(): string {
  const source = JSON.stringify(join(import.meta.dirname, "start-machine.ts"));
  return `const { startMachine } = await import(${source});
    const machine = await startMachine("gamma", ${JSON.stringify(folder())});
    console.log(machine.pid);
    setInterval(() => undefined, 1000);`;
}
