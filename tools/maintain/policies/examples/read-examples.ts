import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type, type Static } from "typebox";
import { Check, Errors } from "typebox/schema";
import { LineCounter, parseAllDocuments, type Document } from "yaml";
import type { Path } from "../../../pipeline/model/origins/origin.ts";
import { splitExamples, type RuleExample } from "../../../pipeline/policy/bundle/split-examples.ts";
import { policyInputVersion } from "../../../pipeline/policy/input/policy-input.ts";
import { manifestOf, targetOf, type Content, type ExampleTarget } from "./example-target.ts";
import { lineOfPath } from "./line-of-path.ts";
import { policiesFolder } from "../opa.ts";
import { exampleFiles } from "../policy-files.ts";

/**
 * One example of a rule: manifests on a target with the settings in its header, or input about an environment or an
 * estate.
 */
export interface Example {
  readonly file: string;
  /** Its first line, starting at 1. */
  readonly line: number;
  /** Folder of the rule below `policies/rules`. */
  readonly folder: string;
  readonly name: string;
  readonly expect: "pass" | "fail";
  /** Expected count of objects that the rule considered. */
  readonly considered?: number;
  /** Lines that end in `# finding`, where the rule must report one; starting at 1. */
  readonly marked: readonly number[];
  readonly target?: ExampleTarget;
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

const context = Type.Optional(Type.Unknown());

const HeaderSchema = Type.Object(
  {
    kind: Type.Literal("Example"),
    name: Type.String({ minLength: 1 }),
    expect: Type.Enum(["pass", "fail"]),
    considered: Type.Optional(Type.Integer({ minimum: 0 })),
    layer: context,
    environment: context,
    target: context,
    targets: context,
    regions: context,
    providers: context,
    images: context,
    systems: context,
  },
  { additionalProperties: false },
);

/** Reads one example of a file. Throws for an invalid header or invalid YAML. */
export function readExample(file: string, { line, header, text }: RuleExample): Example {
  const { name, expect, considered } = checkedHeader(`${file}:${line}`, header);
  const lineCounter = new LineCounter();
  const lineIn = (document: Document) => (path: Path) =>
    line - 1 + lineOfPath(document, lineCounter, path);
  const documents = documentsOf(`${file}:${line}`, text, lineCounter);
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

function checkedHeader(place: string, header: unknown): Static<typeof HeaderSchema> {
  if (Check(HeaderSchema, header)) return header;
  const [, [error]] = Errors(HeaderSchema, header);
  throw new Error(`${place}: header${error?.instancePath ?? ""} ${error?.message ?? ""}`);
}

/** The documents after the header, without empty ones. */
function documentsOf(place: string, text: string, lineCounter: LineCounter): readonly Document[] {
  const [, ...documents] = parseAllDocuments(text, { lineCounter });
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error) throw new Error(`${place}: ${error.message}`);
  return documents.filter((document) => document.toJS() !== null);
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
