import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

const shared = ["clouds", "artefacts", "policies/bundle", "policies/settings"];

/** The environment to copy: one system with an on-premise master and a worker at each of three other providers. */
const model = { environment: "production", system: "apim" };

/**
 * Writes an estate with `size` environments on four targets each, from the real clouds, artefacts and policies. Equal
 * numbers give equal files.
 */
export function generateEstate(folder: string, environments: number): void {
  copyParts(folder, shared);
  allowCopies(join(folder, "policies/settings/default.yaml"));
  const files = readModel();
  for (let number = 1; number <= environments; number += 1) {
    const name = `bench-${String(number).padStart(3, "0")}`;
    for (const [path, text] of files) {
      const file = join(folder, "environments", name, path);
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, rename(text, name));
    }
  }
}

/** Copies the first estate, so that it can be changed. */
export function copyEstate(folder: string): void {
  copyParts(folder, [...shared, "environments"]);
}

/** Copies of one environment lack redundancy and evidence, so their refusals are correct. */
const saidOfCopies = ["LCK-090", "LCK-091", "LCK-097", "TOP-011"];

function allowCopies(settings: string): void {
  const text = readFileSync(settings, "utf8");
  const lines = saidOfCopies.map((rule) => `  ${rule}: { action: inform }\n`).join("");
  writeFileSync(settings, text.replace(/^rules:\n/m, `rules:\n${lines}`));
}

function copyParts(folder: string, parts: readonly string[]): void {
  for (const part of parts) {
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  }
}

/** The texts of the copied environment by path, without its other system. */
function readModel(): ReadonlyMap<string, string> {
  const root = join(repository, "environments", model.environment);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.includes("/") || path.startsWith(`${model.system}/`));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Makes hosts, namespaces, secret paths and waivers unique to one environment. */
function rename(text: string, name: string): string {
  return withoutOthers(text)
    .replaceAll(/: ([a-z]+)\.example\.com/g, `: $1.${name}.example.com`)
    .replaceAll(`path: ${model.environment}/`, `path: ${name}/`)
    .replaceAll(`/${model.system}/`, `/${name}-${model.system}/`)
    .replace("  - rule: SEC-055\n", `$&    object: Namespace/${name}-${model.system}\n`)
    .replace("kind: Environment\n", `kind: Environment\nnamespacePrefix: ${name}-\n`);
}

/** Removes waivers of the system that was not copied; an empty line separates entries. */
function withoutOthers(text: string): string {
  return text
    .split("\n\n")
    .filter((part) => !/^ {4}object: \w+\/storefront\//m.test(part))
    .join("\n\n");
}
