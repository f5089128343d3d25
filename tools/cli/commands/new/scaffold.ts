import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEstate, workTreeReader, type EstateFile } from "@altostrata/pipeline";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { planEnvironment } from "./plan-environment.ts";
import { planTarget } from "./plan-target.ts";
import type { SourceFile } from "./planned-file.ts";
import { writePlanned } from "./write-planned.ts";

export interface ScaffoldRequest {
  readonly what: "environment" | "target";
  readonly name: string;
  readonly like?: string | undefined;
  readonly provider?: string | undefined;
}

/**
 * Creates an environment or target as a copy of another one. Returns the written paths. Throws CannotRunError for an
 * invalid request.
 */
export async function scaffold(
  estate: string,
  request: ScaffoldRequest,
): Promise<readonly string[]> {
  checkName(request);
  const files = (await loadEstate(workTreeReader(estate))).files.filter((file) => !file.unsound);
  const like = request.like ?? defaultModel(files, request);
  const sources = files
    .filter((file) => [file.names["environment"], file.names["target"]].includes(like))
    .map((file): SourceFile => ({
      ...file,
      source: readFileSync(join(estate, file.path), "utf8"),
    }));
  const plan = request.what === "environment" ? planEnvironment : planTarget;
  const planned = plan(sources, { name: request.name, like });
  if (planned.length === 0)
    throw new CannotRunError(`There is no ${request.what} ${like} to copy.`);
  writePlanned(estate, planned);
  return planned.map(({ path }) => path);
}

function checkName({ what, name }: ScaffoldRequest): void {
  // The name becomes the prefix of namespaces, which leaves 16 characters.
  const longest = what === "environment" ? 16 : 40;
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length <= longest) return;
  throw new CannotRunError(
    `${name} is not a valid ${what} name. Use at most ${longest} lower-case letters, digits and dashes.`,
  );
}

function defaultModel(files: readonly EstateFile[], { what, provider }: ScaffoldRequest): string {
  const candidates = files.filter(
    (file) => file.kind === what && (provider === undefined || file.names["provider"] === provider),
  );
  const preferred = candidates.find(
    (file) => (file.value as { tier?: unknown }).tier === "development",
  );
  const name = (preferred ?? candidates[0])?.names[what];
  if (name !== undefined) return name;
  throw new CannotRunError(
    provider === undefined
      ? `The estate has no ${what} to copy.`
      : `Provider ${provider} has no target to copy. Use --like to name a target of another provider.`,
  );
}
