import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isNode, LineCounter, parseAllDocuments, type Document } from "yaml";
import type { DesiredState } from "../../pipeline/model/estate/desired-state.ts";
import { compareObjects, type Manifest } from "../../pipeline/model/kubernetes/manifest.ts";
import type { Path } from "../../pipeline/model/origins/origin.ts";
import type { TargetResult } from "../../pipeline/model/results/run-result.ts";
import { policyInputVersion } from "../../pipeline/policy/input/policy-input.ts";
import { policiesFolder } from "./opa.ts";

type Content = Readonly<Record<string, any>>; // eslint-disable-line typescript/no-explicit-any -- examples are free YAML

/** One example of a rule: manifests on a target with what its `kind: Example` says, or the input about an environment or an estate. */
export interface Example {
  readonly file: string;
  /** Lines that end in `# finding`, where the rule must say no; counted from 1. */
  readonly marked: readonly number[];
  readonly target?: { readonly desiredState: DesiredState; readonly result: TargetResult };
  readonly wider?: {
    readonly scope: WiderScope;
    readonly input: Content;
    readonly lineAt: (path: Path) => number;
  };
}

type WiderScope = "environment" | "estate";

/** Reads an example of a rule, such as `rules/security/host_path/examples/fail.socket.yaml`. */
export async function readExample(file: string): Promise<Example> {
  const text = await readFile(join(policiesFolder, file), "utf8");
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter }).filter(
    (document) => document.toJS() !== null,
  );
  const marked = text
    .split("\n")
    .flatMap((line, index) => (line.endsWith("# finding") ? [index + 1] : []));
  const lineIn = (document: Document) => (path: Path) => lineOf(document, lineCounter, path);
  const [first] = documents;
  const scope = first?.get("scope");
  if (first && (scope === "environment" || scope === "estate")) {
    const input = { ...emptyInputs[scope], ...(first.toJS() as Content) };
    return { file, marked, wider: { scope, input, lineAt: lineIn(first) } };
  }
  return { file, marked, target: targetOf(documents, { file, lineIn }) };
}

const emptyEnvironment = {
  apiVersion: policyInputVersion,
  asOf: "2026-11-24",
  environments: {},
  targets: {},
  providers: {},
  applications: {},
  latency: {},
  placements: [],
  parameters: {},
  resources: [],
};

const emptyInputs: Readonly<Record<WiderScope, Content>> = {
  environment: emptyEnvironment,
  estate: {
    ...emptyEnvironment,
    images: {},
    supply: {},
    portableFiles: [],
    rules: {},
    considered: {},
    pulls: [],
  },
};

interface Lines {
  readonly file: string;
  readonly lineIn: (document: Document) => (path: Path) => number;
}

function targetOf(documents: readonly Document[], lines: Lines): NonNullable<Example["target"]> {
  let settings: Content = {};
  const manifests: Manifest[] = [];
  for (const document of documents) {
    const content = document.toJS() as Content;
    if (content["kind"] === "Example") settings = { ...settings, ...content };
    else
      manifests.push(
        manifestOf(content, { settings, file: lines.file, lineAt: lines.lineIn(document) }),
      );
  }
  const {
    environment = {},
    target = {},
    providers = {},
    regions = [],
    targets = {},
    images = [],
    systems = {},
  } = settings;
  const name = environment.name ?? "production";
  const desiredState = {
    providers: Object.entries(providers).map(([provider, capabilities]) =>
      entry(provider, { capabilities, lockIn: [] }),
    ),
    targets: [
      entry("here", target),
      ...regions.map((region: string) => entry(region, { region })),
      ...Object.entries(targets).map(([other, value]) => entry(other, value as object)),
    ],
    applications: [],
    images: entry("images", {
      images: Object.fromEntries(images.map((repository: string) => [repository, { repository }])),
    }),
    environments: [{ ...entry(name, { tier: "production", ...environment }), systems: [] }],
    templates: [],
    kubernetesSchemas: [],
    addonSchemas: [],
  };
  const result = {
    environment: name,
    target: "here",
    provider: target.provider ?? "onprem",
    kubernetes: { version: "1.36" },
    systems: Object.entries(systems).map(([system, view]) => ({
      view: { system: { name: system }, application: { name: system }, ...(view as object) },
      patches: [],
    })),
    manifests: manifests.sort((left, right) => compareObjects(left.id, right.id)),
  };
  return {
    desiredState: desiredState as unknown as DesiredState,
    result: result as unknown as TargetResult,
  };
}

function entry(name: string, value: object) {
  return { name, file: `${name}.yaml`, value };
}

interface ManifestFacts {
  readonly settings: Content;
  readonly file: string;
  readonly lineAt: (path: Path) => number;
}

function manifestOf(object: Content, { settings, file, lineAt }: ManifestFacts): Manifest {
  const parts = String(object["apiVersion"]).split("/");
  const labels: Content = object["metadata"]?.labels ?? {};
  const component = labels["app.kubernetes.io/component"];
  const sourceAt = (path: Path) => ({ template: { file, line: lineAt(path), column: 1 } });
  return {
    id: {
      group: parts.length > 1 ? (parts[0] ?? "") : "",
      version: parts.at(-1) ?? "",
      kind: object["kind"],
      namespace: object["metadata"]?.namespace ?? "",
      name: object["metadata"]?.name ?? "",
    },
    object,
    layer: settings["layer"] ?? "application",
    system: "shop",
    ...(component === undefined ? {} : { component }),
    at: sourceAt([]).template,
    sourceAt,
  };
}

/** The line of the key at the path; of its nearest parent's key where the path does not exist. */
function lineOf(document: Document, lineCounter: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (node === undefined) continue;
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const items =
      (parent as { items?: readonly { key?: { value?: unknown; range?: readonly number[] } }[] })
        .items ?? [];
    const pair = items.find((item) => item.key?.value === path[length - 1]);
    const offset = pair?.key?.range?.[0] ?? (isNode(node) ? node.range?.[0] : undefined);
    if (offset !== undefined) return lineCounter.linePos(offset).line;
  }
  return lineCounter.linePos(document.contents?.range?.[0] ?? 0).line;
}
