import type { TSchema } from "typebox";
import type { FileKind } from "./estate-files.ts";
import { ApplicationSchema } from "./kinds/application.ts";
import { DatasourcesSchema } from "./kinds/datasources.ts";
import { EnvironmentSchema } from "./kinds/environment.ts";
import { ImagesSchema } from "./kinds/images.ts";
import { MasterSchema, WorkerSchema } from "./kinds/master-worker.ts";
import { ProviderSchema } from "./kinds/provider.ts";
import { SecretsSchema } from "./kinds/secrets.ts";
import { SystemSchema } from "./kinds/system.ts";
import { TargetSchema } from "./kinds/target.ts";
import { WaiversSchema } from "./kinds/waivers.ts";

/** The definition of each kind of YAML file: the type, the check and the editor's JSON Schema come from it. */
export const kindSchemas = {
  provider: ProviderSchema,
  target: TargetSchema,
  application: ApplicationSchema,
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
