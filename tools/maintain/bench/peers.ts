import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { programCacheFolder } from "../programs/program-cache-folder.ts";
import { goToolchain, toolRecipes } from "../programs/go-recipes.ts";
import type { RuleMetadata } from "../../pipeline/policy/bundle/rule-metadata.ts";
import { mainModule } from "../policies/bundle/main-module.ts";
import { writeKubeconformSchemas } from "./kubeconform-schemas.ts";
import type { Command } from "./measure.ts";
import type { RenderedEstate } from "./rendered-estate.ts";

/** A tool that does part of the work of `alto validate` on the same input. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** The part of a run that it covers. */
  readonly does: string;
  readonly command: (rendered: RenderedEstate, folder: string) => Command;
}

const policies = fileURLToPath(new URL("../../../policies", import.meta.url));

/**
 * The peers that are installed, in the cache that `tools/maintain/programs/tools.ts NAME` fills or on the PATH, and the
 * missing ones.
 */
export function findPeers(): {
  readonly found: readonly Peer[];
  readonly missing: readonly string[];
} {
  const peers = [kustomize, kubeconform, conftest].map((peer) => ({
    peer,
    place: findProgram(peer.name),
  }));
  return {
    found: peers.flatMap(({ peer: { name, does, command }, place }) =>
      place
        ? [
            {
              name,
              does,
              version: place.version,
              command: (rendered, folder) => command({ ...rendered, ...place, folder }),
            },
          ]
        : [],
    ),
    missing: peers.flatMap(({ peer, place }) => (place ? [] : [peer.name])),
  };
}

interface Candidate extends Pick<Peer, "name" | "does"> {
  readonly command: (parts: RenderedEstate & { program: string; folder: string }) => Command;
}

const kustomize: Candidate = {
  name: "kustomize",
  does: "builds the manifests of each target: a process per target, two at a time",
  command: ({ program, manifests }) => ({
    program: "sh",
    args: [
      "-c",
      `find . -name kustomization.yaml -printf '%h\\n' | xargs -P 2 -I{} '${program}' build {} >/dev/null`,
    ],
    cwd: manifests,
  }),
};

const kubeconform: Candidate = {
  name: "kubeconform",
  does: "checks each manifest against the schema of its kind, strict: one process, two workers",
  command: ({ program, manifests, folder }) => ({
    program,
    args: [
      "-strict",
      "-summary",
      "-n",
      "2",
      "-ignore-filename-pattern",
      "kustomization.yaml",
      "-schema-location",
      `${writeKubeconformSchemas(join(folder, "schemas"))}/{{.Group}}_{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`,
      manifests,
    ],
    expects: /^Summary: .* Invalid: 0, Errors: 0/,
  }),
};

const conftest: Candidate = {
  name: "conftest",
  does: "judges each target by the same rules with the same input: two processes, each with half of the targets",
  command: ({ program, inputs, targets, folder }) => ({
    program: "sh",
    args: [
      "-c",
      `find '${inputs}' -name '*.json' | sort | xargs -P 2 -n ${Math.ceil(targets / 2)} '${program}' test --no-color ${[
        writeConftestPolicy(join(folder, "conftest")),
        join(policies, "lib"),
        join(policies, "rules"),
      ]
        .map((path) => `--policy '${path}'`)
        .join(" ")}`,
    ],
    // Exit code 123 means a refusal; conftest does not know the waivers.
    accepts: [0, 123],
    expects: /^\d+ tests, .* 0 exceptions/,
  }),
};

/** Conftest evaluates rules named `deny` in a package named `main`. */
function writeConftestPolicy(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "main.rego"),
    "package main\n\ndeny contains finding.message if some finding in data.altostrata.main.findings\n",
  );
  const rules: unknown = JSON.parse(readFileSync(join(policies, "bundle/rules.json"), "utf8"));
  writeFileSync(join(folder, "report.rego"), mainModule(rules as RuleMetadata[]));
  return folder;
}

function findProgram(name: string): { program: string; version: string } | undefined {
  const recipe = toolRecipes[name];
  if (recipe) {
    const program = join(programCacheFolder(), `${name}-${recipe.version}-${goToolchain}`, name);
    if (existsSync(program)) return { program, version: recipe.version };
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const program = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return program === undefined ? undefined : { program, version: "(from the PATH)" };
}
