import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../../..");
const created = /^ *created: "([0-9]{4}-[0-9]{2}-[0-9]{2})"/gm;

/**
 * The day of the tests of this estate, YYYY-MM-DD: that of its newest waiver. A green commit stays green on any later
 * day.
 */
export const estateDay: string = waiverDays().sort().at(-1) ?? "2026-11-24";

/** The environment variables that set the clock of a process to that day. */
export function onEstateDay(): NodeJS.ProcessEnv {
  const clock = pathToFileURL(join(root, "tools/maintain/estate/fixed-clock.mjs"));
  return { ...process.env, NODE_OPTIONS: `--import ${clock.href}`, TEST_DAY: estateDay };
}

function waiverDays(): string[] {
  const environments = join(root, "environments");
  const files = readdirSync(environments, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith("waivers.yaml"))
    .flatMap((file) =>
      [...readFileSync(join(environments, file), "utf8").matchAll(created)].map(
        ([, day = ""]) => day,
      ),
    );
}
