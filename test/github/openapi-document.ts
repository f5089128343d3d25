import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { programCacheFolder } from "@altostrata/maintain/programs/program-cache-folder.ts";

const version = "23.0.2";
const name = "api.github.com.deref.json";

/** An operation from GitHub's published API description, with resolved references. */
export interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
  >;
}

/** Operations by path template and method in lower case. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/**
 * GitHub's published API description. The package is 385 MB with all versions of the enterprise server, so it is
 * downloaded once and only one file stays in the user's cache.
 */
export function openApiPaths(): Paths {
  const folder = join(programCacheFolder(), `octokit-openapi-${version}`);
  const file = join(folder, name);
  if (!existsSync(file)) fetchInto(folder);
  return (JSON.parse(readFileSync(file, "utf8"), withoutBareNullable) as { paths: Paths }).paths;
}

/** `nullable` has no effect next to `allOf` or `anyOf`, and ajv rejects it there. */
function withoutBareNullable(_key: string, value: unknown): unknown {
  const isBare =
    typeof value === "object" && value !== null && "nullable" in value && !("type" in value);
  if (!isBare) return value;
  const { nullable: _nullable, ...schema } = value;
  return { anyOf: [schema, { type: "null" }] };
}

function fetchInto(folder: string): void {
  mkdirSync(programCacheFolder(), { recursive: true });
  const work = mkdtempSync(join(programCacheFolder(), "octokit-openapi-"));
  try {
    const args = ["install", "--prefix", work, "--no-save", `@octokit/openapi@${version}`];
    const { status, stderr } = spawnSync("npm", args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`npm could not fetch GitHub's description:\n${stderr}`);
    const found = join(work, "node_modules/@octokit/openapi/generated", name);
    mkdirSync(folder, { recursive: true });
    renameSync(found, join(folder, name));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
