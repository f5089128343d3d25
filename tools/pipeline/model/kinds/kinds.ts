import type { TSchema } from "typebox";
import type { FileKind } from "../estate/estate-files.ts";
import { ApplicationSchema } from "./application.ts";
import { DatasourcesSchema } from "./datasources.ts";
import { EngineSchema } from "./engine.ts";
import { EnvironmentSchema } from "./environment.ts";
import { ImagesSchema } from "./images.ts";
import { MasterSchema, WorkerSchema } from "./master-worker.ts";
import { ProviderSchema } from "./provider.ts";
import { SecretsSchema } from "./secrets.ts";
import { SystemSchema } from "./system.ts";
import { TargetSchema } from "./target.ts";
import { WaiversSchema } from "./waivers.ts";

/** The definition of each kind of YAML file. The type, the check and the editors' JSON Schema derive from it. */
export const kindSchemas = {
  provider: ProviderSchema,
  target: TargetSchema,
  application: ApplicationSchema,
  engine: EngineSchema,
  images: ImagesSchema,
  environment: EnvironmentSchema,
  waivers: WaiversSchema,
  system: SystemSchema,
  master: MasterSchema,
  worker: WorkerSchema,
  datasources: DatasourcesSchema,
  secrets: SecretsSchema,
} as const satisfies Partial<Record<FileKind, TSchema>>;

export type YamlKind = keyof typeof kindSchemas;
