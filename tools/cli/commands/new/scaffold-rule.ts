import { join } from "node:path";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { readRules } from "../../files/read-rules.ts";
import { planRule } from "./plan-rule.ts";
import { writePlanned } from "./write-planned.ts";

const prefixes: ReadonlyMap<string, string> = new Map([
  ["security", "SEC"],
  ["lock_in", "LCK"],
  ["topology", "TOP"],
  ["meta", "MET"],
]);

/**
 * Creates a rule named `FAMILY/NAME`. Returns its ID and the written paths. Throws CannotRunError for an invalid or
 * existing name.
 */
export function scaffoldRule(
  estate: string,
  rule: string,
): { id: string; paths: readonly string[] } {
  const [family = "", name = "", ...rest] = rule.replaceAll("-", "_").split("/");
  const prefix = prefixes.get(family);
  if (prefix === undefined || rest.length > 0 || !/^[a-z][a-z0-9_]*$/.test(name)) {
    const families = [...prefixes.keys()].join(", ");
    throw new CannotRunError(
      `${rule} is not a valid rule name. Use FAMILY/NAME in lower case, such as security/host_path. Families: ${families}.`,
    );
  }
  const taken = readRules(join(estate, "policies")).flatMap(({ id, aliases }) => [id, ...aliases]);
  const id = nextId(prefix, taken);
  const planned = planRule({ family, name, id });
  writePlanned(estate, planned);
  return { id, paths: planned.map(({ path }) => path) };
}

/** The number after the highest one. IDs are permanent, so a gap may belong to a removed rule. */
function nextId(prefix: string, taken: readonly string[]): string {
  const numbers = taken
    .filter((id) => id.startsWith(`${prefix}-`))
    .map((id) => Number(id.slice(prefix.length + 1)));
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}
