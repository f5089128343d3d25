import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import { Check, Errors } from "typebox/schema";
import { isNode, LineCounter, parseAllDocuments, type Document } from "yaml";
import type { DesiredState } from "../../pipeline/model/estate/desired-state.ts";
import { compareObjects, type Manifest } from "../../pipeline/model/kubernetes/manifest.ts";
import type { Path } from "../../pipeline/model/origins/origin.ts";
import type { TargetResult } from "../../pipeline/model/results/run-result.ts";
import { policyInputVersion } from "../../pipeline/policy/input/policy-input.ts";
import { splitExamples, type RuleExample } from "../../pipeline/policy/bundle/split-examples.ts";
import { policiesFolder } from "./opa.ts";
import { exampleFiles } from "./policy-files.ts";

type Content = Readonly<Record<string, any>>; // eslint-disable-line typescript/no-explicit-any -- examples are free YAML

/** One example of a rule: manifests on a target with the settings in its header, or the input about an environment or an estate. */
export interface Example {
  readonly file: string;
  /** Its first line, counted from 1. */
  readonly line: number;
  /** Folder of the rule below `policies/rules`. */
  readonly folder: string;
  readonly name: string;
  readonly expect: "pass" | "fail";
  /** Expected count of objects that the rule considered. */
  readonly considered?: number;
  /** Lines that end in `# finding`, where the rule must report one; counted from 1. */
  readonly marked: readonly number[];
  readonly target?: { readonly desiredState: DesiredState; readonly result: TargetResult };
  readonly wider?: {
    readonly scope: WiderScope;
    readonly input: Content;
    readonly lineAt: (path: Path) => number;
  };
}

type WiderScope = "environment" | "estate";

/** Reads the examples of all rules, or of the rule in a folder such as `security/host_path`. */
export async function readExamples(folder?: string): Promise<readonly Example[]> {
  const files = await exampleFiles();
  const wanted = folder === undefined ? files : files.filter((file) => folderOf(file) === folder);
  return (await Promise.all(wanted.map(readFileOfExamples))).flat();
}

async function readFileOfExamples(file: string): Promise<Example[]> {
  const text = await readFile(join(policiesFolder, file), "utf8");
  return splitExamples(text).map((example) => readExample(file, example));
}

function folderOf(file: string): string {
  return file.split("/").slice(1, -1).join("/");
}

const HeaderSchema = Type.Object(
  {
    kind: Type.Literal("Example"),
    name: Type.String({ minLength: 1 }),
    expect: Type.Enum(["pass", "fail"]),
    considered: Type.Optional(Type.Integer({ minimum: 0 })),
    ...Object.fromEntries(
      [
        "layer",
        "environment",
        "target",
        "targets",
        "regions",
        "providers",
        "images",
        "systems",
      ].map((key) => [key, Type.Optional(Type.Unknown())]),
    ),
  },
  { additionalProperties: false },
);

function readExample(file: string, { line, header, text }: RuleExample): Example {
  if (!Check(HeaderSchema, header)) {
    const [, [error]] = Errors(HeaderSchema, header);
    throw new Error(
      `${file}:${line}: the header of an example ${error?.instancePath ?? ""} ${error?.message ?? ""}`,
    );
  }
  const { name, expect, considered } = header;
  const lineCounter = new LineCounter();
  const lineIn = (document: Document) => (path: Path) =>
    line - 1 + lineOf(document, lineCounter, path);
  const [, ...documents] = parseAllDocuments(text, { lineCounter }).filter(
    (document) => document.toJS() !== null,
  );
  const marked = text
    .split("\n")
    .flatMap((content, index) => (content.endsWith("# finding") ? [line + index] : []));
  const about = { file, line, folder: folderOf(file), name, expect, marked };
  const example = considered === undefined ? about : { ...about, considered };
  const [first] = documents;
  const scope = first?.get("scope");
  if (first && (scope === "environment" || scope === "estate")) {
    const input = { ...emptyInputs[scope], ...(first.toJS() as Content) };
    return { ...example, wider: { scope, input, lineAt: lineIn(first) } };
  }
  const manifests = documents.map((document) =>
    manifestOf(document.toJS() as Content, { settings: header, file, lineAt: lineIn(document) }),
  );
  return { ...example, target: targetOf(header, manifests) };
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

function targetOf(
  settings: Content,
  manifests: readonly Manifest[],
): NonNullable<Example["target"]> {
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
    manifests: manifests.toSorted((left, right) => compareObjects(left.id, right.id)),
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
