import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DesiredState, Diagnostic } from "@altostrata/pipeline";
import { Type, type Static } from "typebox";
import { Value } from "typebox/value";
import { parse } from "yaml";
import { readDesiredState } from "../../cli/files/read-desired-state.ts";

const LinesSchema = Type.Record(
  Type.String({ pattern: "^(\\*|/[^\\s#]*)$" }),
  Type.Array(Type.String({ pattern: "^@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?$" })),
  { additionalProperties: false },
);

/** The owners of paths outside the estate's files, in the order of CODEOWNERS. */
const FixedOwnersSchema = Type.Object(
  { first: LinesSchema, last: LinesSchema },
  { additionalProperties: false },
);

type FixedOwners = Static<typeof FixedOwnersSchema>;

interface Line {
  readonly path: string;
  readonly owners: readonly string[];
}

/** The text of CODEOWNERS for an estate. Throws when a file is invalid, because its owners would be missing. */
export async function codeOwnersOf(folder: string): Promise<string> {
  const { desiredState, diagnostics } = await readDesiredState(folder);
  const [unsound] = diagnostics.map(placeOf);
  if (unsound !== undefined) {
    throw new Error(`CODEOWNERS needs a sound estate, see npm run validate: ${unsound}`);
  }
  const fixed: unknown = parse(await readFile(join(folder, ".github/owners.yaml"), "utf8"));
  const [fault] = Value.Errors(FixedOwnersSchema, fixed);
  if (fault) throw new Error(`.github/owners.yaml ${fault.instancePath}: ${fault.message}`);
  return codeOwners(desiredState, fixed as FixedOwners);
}

function placeOf({ code, at }: Diagnostic): string {
  return `${at.file}:${at.line} ${code}`;
}

/** CODEOWNERS from the owners in the estate, between the fixed lines. */
function codeOwners(state: DesiredState, { first, last }: FixedOwners): string {
  const lines = [...fixedLines(first), ...estateLines(state), ...fixedLines(last)];
  const width = Math.max(...lines.map(({ path }) => path.length));
  const printed = lines.map(({ path, owners }) =>
    `${path.padEnd(width)} ${owners.join(" ")}`.trimEnd(),
  );
  return [
    "# Written by npm run generate from .github/owners.yaml and the owners in the estate. The last line that fits a path decides.",
    ...printed,
    "",
  ].join("\n");
}

function fixedLines(lines: Readonly<Record<string, readonly string[]>>): readonly Line[] {
  return Object.entries(lines).map(([path, owners]) => ({ path, owners }));
}

/** Folders come before their contents, because the last match decides. */
function estateLines({
  providers,
  targets,
  applications,
  environments,
}: DesiredState): readonly Line[] {
  const lines = [
    ...providers.flatMap(({ name }) => {
      const own = targets.filter(({ provider }) => provider === name);
      // The folder of a provider applies to all its targets.
      const folder = { path: `/clouds/${name}/`, owners: own.flatMap(ownersOf) };
      return [
        folder,
        ...own.map((target) => ({ path: besides(target.file), owners: ownersOf(target) })),
      ];
    }),
    ...applications.map((one) => ({ path: folderOf(one.file), owners: ownersOf(one) })),
    ...environments.flatMap((environment) => [
      { path: folderOf(environment.file), owners: ownersOf(environment) },
      ...environment.systems.map((system) => ({
        path: folderOf(system.file),
        owners: ownersOf(system),
      })),
    ]),
  ];
  return lines
    .filter(({ owners }) => owners.length > 0)
    .map(({ path, owners }) => ({ path, owners: [...new Set(owners)].sort() }));
}

function ownersOf({ value }: { readonly value: { readonly owners?: readonly string[] } }) {
  return value.owners ?? [];
}

function folderOf(file: string): string {
  return `/${file.slice(0, file.lastIndexOf("/"))}/`;
}

/** The file of a target and its generated outputs. */
function besides(file: string): string {
  return `/${file.slice(0, file.lastIndexOf("."))}.*`;
}
