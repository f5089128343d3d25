import { checkFiles, type RunResult } from "@altostrata/pipeline";
import { readDesiredState } from "../../files/read-desired-state.ts";
import { readPolicies } from "../../files/read-policies.ts";
import { readRenderedFiles } from "./read-rendered-files.ts";
import { refuseUnknown } from "../../options/refuse-unknown.ts";

/** The files to check, and the estate and target to check them for. */
interface RenderedCheck {
  readonly estate: string;
  readonly names: readonly string[];
  readonly target: string;
  readonly environment?: string | undefined;
  readonly whole: boolean;
  readonly asOf: string;
}

const descriptions = /^artefacts\/(kubernetes|addons)\//;

/** The environment in the report when none was given. */
const productionLabel = "(as production)";

/** Reads files and checks them for a target. Throws CannotRunError when a file is unreadable or a name is unknown. */
export async function checkRendered(request: RenderedCheck): Promise<RunResult> {
  const { estate, names, target, environment, whole, asOf } = request;
  const files = await readRenderedFiles(names);
  const [{ desiredState, diagnostics }, policies] = await Promise.all([
    readDesiredState(estate),
    readPolicies(estate),
  ]);
  refuseUnknown(desiredState, { target, environment });
  const result = checkFiles({
    files,
    desiredState,
    policies,
    target,
    environment: environment ?? productionLabel,
    whole,
    asOf,
  });
  // Of the estate's own diagnostics, only unreadable API descriptions affect these files.
  const broken = diagnostics.filter(({ at }) => descriptions.test(at.file));
  return { ...result, diagnostics: [...broken, ...result.diagnostics] };
}
