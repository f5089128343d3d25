import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../servers/cache-folder.ts";
import { goToolchain, toolRecipes } from "../servers/go-recipes.ts";
import { writeKubeconformSchemas } from "./kubeconform-schemas.ts";
import type { Command } from "./measure.ts";
import type { RenderedEstate } from "./rendered-estate.ts";

/** A tool that does a part of what `alto validate` does, with the same input. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** What of a run it stands for. */
  readonly does: string;
  readonly command: (rendered: RenderedEstate, folder: string) => Command;
}

const policies = fileURLToPath(new URL("../../policies", import.meta.url));

/** The peers that this machine has, on the PATH or in the cache that `test/servers/tools.ts NAME` fills; and those it lacks. */
export function findPeers(): {
  readonly found: readonly Peer[];
  readonly missing: readonly string[];
} {
  const all = [kustomize, kubeconform, conftest];
  const programs = all.map((peer) => ({ peer, program: programPath(peer.name) }));
  return {
    found: programs.flatMap(({ peer, program }) =>
      program === undefined ? [] : [peer.with(program)],
    ),
    missing: programs.flatMap(({ peer, program }) => (program === undefined ? [peer.name] : [])),
  };
}

interface Candidate {
  readonly name: string;
  readonly with: (program: string) => Peer;
}

const kustomize: Candidate = {
  name: "kustomize",
  with: (program) => ({
    ...named("kustomize"),
    does: "builds each target's manifests (a process per target, two at a time)",
    command: ({ manifests }) => ({
      program: "sh",
      args: [
        "-c",
        `find . -name kustomization.yaml -printf '%h\\n' | xargs -P 2 -I{} '${program}' build {} --load-restrictor LoadRestrictionsNone`,
      ],
      cwd: manifests,
    }),
  }),
};

const kubeconform: Candidate = {
  name: "kubeconform",
  with: (program) => ({
    ...named("kubeconform"),
    does: "checks each manifest against the schema of its kind, strict, two workers",
    command: ({ manifests }, folder) => ({
      program,
      args: [
        "-strict",
        "-n",
        "2",
        "-ignore-filename-pattern",
        "kustomization.yaml",
        "-schema-location",
        `${writeKubeconformSchemas(join(folder, "schemas"))}/{{.Group}}_{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`,
        manifests,
      ],
    }),
  }),
};

const conftest: Candidate = {
  name: "conftest",
  with: (program) => ({
    ...named("conftest"),
    does: "judges each target by the same rules with the same input (one process for all targets)",
    command: ({ inputs }, folder) => ({
      program,
      args: [
        "test",
        "--no-color",
        "--policy",
        writeConftestPolicy(join(folder, "conftest")),
        "--policy",
        join(policies, "bundle"),
        "--policy",
        join(policies, "lib"),
        "--policy",
        join(policies, "rules"),
        ...readdirSync(inputs).map((name) => join(inputs, name)),
      ],
      // 1: something is refused, as some of it is waived outside of the rules.
      accepts: [0, 1],
    }),
  }),
};

function named(name: string): { name: string; version: string } {
  return { name, version: toolRecipes[name]?.version ?? "" };
}

/** Conftest asks rules called `deny` in a package called `main`. */
function writeConftestPolicy(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "main.rego"),
    "package main\n\ndeny contains finding.message if some finding in data.altostrata.main.findings\n",
  );
  return folder;
}

function programPath(name: string): string | undefined {
  const recipe = toolRecipes[name];
  const cached = recipe && join(cacheFolder(), `${name}-${recipe.version}-${goToolchain}`, name);
  if (cached !== undefined && existsSync(cached)) return cached;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
