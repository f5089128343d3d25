import { Type, type Static } from "typebox";
import { kindSchema } from "./shared.ts";
import { ComponentSettingsMap } from "./settings.ts";

/** What the master runs, wherever it is: exactly the components that are listed. */
export const MasterSchema = kindSchema("Master", { components: ComponentSettingsMap });

/** What one worker runs: exactly the components that are listed. */
export const WorkerSchema = kindSchema("Worker", {
  /** serving, or draining: traffic away, then undeploy, then delete the file. */
  state: Type.Enum(["serving", "draining"]),
  components: ComponentSettingsMap,
});

export type Master = Static<typeof MasterSchema>;
export type Worker = Static<typeof WorkerSchema>;
