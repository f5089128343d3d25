import { setTimeout as pause } from "node:timers/promises";

/** How long a step may take before it counts as hanging. */
const patienceSeconds = 240;

/** Repeats an attempt until it returns a value; an attempt that hangs for minutes fails with its name and last error. */
export async function waitUntil<Value>(
  what: string,
  attempt: () => Value | undefined | Promise<Value | undefined>,
  details: () => string = () => "",
): Promise<Value> {
  const deadline = Date.now() + patienceSeconds * 1000;
  let lastError = "";
  while (Date.now() < deadline) {
    try {
      const value = await attempt();
      if (value !== undefined) return value;
    } catch (error) {
      lastError = String(error);
    }
    await pause(100);
  }
  throw new Error(`${what}: not there after ${patienceSeconds} s. ${lastError}\n${details()}`);
}
