import { Type, type Static } from "typebox";
import { kindSchema } from "./shared.ts";
import { ComponentSettingsMap } from "./settings.ts";

/** Exactly the components that the master runs, on any target. */
export const MasterSchema = kindSchema("Master", { components: ComponentSettingsMap });

/** Exactly the components that one worker runs. */
export const WorkerSchema = kindSchema("Worker", {
  /** serving, or draining: first traffic leaves, then undeploy, then delete the file. */
  state: Type.Enum(["serving", "draining"]),
  components: ComponentSettingsMap,
});

export type Master = Static<typeof MasterSchema>;
export type Worker = Static<typeof WorkerSchema>;
