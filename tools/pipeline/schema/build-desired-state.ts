import type {
  DesiredState,
  EnvironmentState,
  Latency,
  Named,
  Price,
  SystemState,
  TargetState,
} from "../model/estate/desired-state.ts";
import type { EstateFile, FileKind, SchemaFile } from "../model/estate/estate-files.ts";
import type { Application } from "../model/kinds/application.ts";
import type { Engine } from "../model/kinds/engine.ts";
import type { Environment } from "../model/kinds/environment.ts";
import type { Images } from "../model/kinds/images.ts";
import type { Provider } from "../model/kinds/provider.ts";
import type { System } from "../model/kinds/system.ts";
import type { Target } from "../model/kinds/target.ts";
import type { Waivers } from "../model/kinds/waivers.ts";
import type { Worker } from "../model/kinds/master-worker.ts";
import { describeTemplate } from "./describe-template.ts";
import { salvageWaivers } from "./salvage-waivers.ts";

/**
 * Builds the desired state from valid files. Lists invalid files by name, so that later steps do not report them as
 * missing.
 */
export function buildDesiredState(files: readonly EstateFile[]): DesiredState {
  const valid = indexFiles(files.filter((file) => !file.unsound));
  const byEnvironment = Map.groupBy(files, ({ names }) => names["environment"] ?? "");
  const images = named<Images>(valid("images")[0], "images");
  const latency = named<readonly Latency[]>(valid("latency")[0], "latency");
  const applications = all<Application>(valid("application"), "application");
  return {
    providers: all<Provider>(valid("provider"), "provider"),
    targets: sortByName(valid("target").map((file) => buildTarget(file, valid("infrastructure")))),
    applications,
    engines: all<Engine>(valid("engine"), "engine"),
    ...(images ? { images } : {}),
    prices: all<readonly Price[]>(valid("prices"), "provider"),
    ...(latency ? { latency } : {}),
    environments: all<Environment>(valid("environment"), "environment").map((environment) =>
      buildEnvironment(environment, byEnvironment.get(environment.name) ?? []),
    ),
    templates: [...valid("template"), ...valid("manifest")].map((file) =>
      describeTemplate(file, applications),
    ),
    kubernetesSchemas: valid("kubernetes-schema").map((file) =>
      schemaFile(file, file.names["minor"]!),
    ),
    addonSchemas: valid("addon-schema").map((file) =>
      schemaFile(file, `${file.names["addon"]}/${file.names["version"]}`),
    ),
    unsound: files
      .filter((file) => file.unsound)
      .map(({ path, kind, names }) => ({ file: path, kind, names })),
  };
}

type FilesOfKind = (kind: FileKind) => readonly EstateFile[];

function indexFiles(files: readonly EstateFile[]): FilesOfKind {
  const byKind = Map.groupBy(files, (file) => file.kind);
  return (kind) => byKind.get(kind) ?? [];
}

/** Returns a file as a named value. The schema check justifies the cast. */
function named<Value>(file: EstateFile | undefined, name: string): Named<Value> | undefined {
  return file && { name: file.names[name] ?? name, file: file.path, value: file.value as Value };
}

function all<Value>(files: readonly EstateFile[], name: string): readonly Named<Value>[] {
  return sortByName(files.map((file) => named<Value>(file, name)!));
}

function sortByName<Item extends { readonly name: string }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((left, right) => (left.name < right.name ? -1 : 1));
}

function buildTarget(file: EstateFile, infrastructures: readonly EstateFile[]): TargetState {
  const { provider = "", target = "" } = file.names;
  const infrastructure = named<Record<string, unknown>>(
    infrastructures.find(
      ({ names }) => names["provider"] === provider && names["target"] === target,
    ),
    "target",
  );
  return {
    ...named<Target>(file, "target")!,
    provider,
    ...(infrastructure ? { infrastructure } : {}),
  };
}

function buildEnvironment(
  environment: Named<Environment>,
  files: readonly EstateFile[],
): EnvironmentState {
  const valid = files.filter((file) => !file.unsound);
  const bySystem = Map.groupBy(valid, ({ names }) => names["system"] ?? "");
  return {
    ...environment,
    ...buildWaivers(files.find(({ kind }) => kind === "waivers")),
    systems: all<System>(indexFiles(valid)("system"), "system").map((system) =>
      buildSystem(system, environment.name, indexFiles(bySystem.get(system.name) ?? [])),
    ),
  };
}

function buildWaivers(
  file: EstateFile | undefined,
): Pick<EnvironmentState, "waivers" | "unreadWaivers"> {
  if (file?.unsound) return salvageWaivers(file);
  const waivers = named<Waivers>(file, "waivers");
  return waivers ? { waivers } : {};
}

function buildSystem(system: Named<System>, environment: string, own: FilesOfKind): SystemState {
  const optional = <Kind extends "master" | "datasources" | "secrets">(kind: Kind) => {
    const file = named<NonNullable<SystemState[Kind]>["value"]>(own(kind)[0], kind);
    return file ? { [kind]: file } : {};
  };
  return {
    ...system,
    environment,
    workers: all<Worker>(own("worker"), "target"),
    ...optional("master"),
    ...optional("datasources"),
    ...optional("secrets"),
  };
}

function schemaFile({ path, text = "" }: EstateFile, name: string): SchemaFile {
  return { path, name, text };
}
