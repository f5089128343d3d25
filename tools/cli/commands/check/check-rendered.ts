import { checkFiles, type RunResult } from "@altostrata/pipeline";
import { readDesiredState } from "../../files/read-desired-state.ts";
import { readPolicies } from "../../files/read-policies.ts";
import { readRenderedFiles } from "./read-rendered-files.ts";
import { refuseUnknown } from "../../options/refuse-unknown.ts";

/** Which files to check, and for which target of which estate. */
interface RenderedCheck {
  readonly estate: string;
  readonly names: readonly string[];
  readonly target: string;
  readonly environment?: string | undefined;
  readonly whole: boolean;
  readonly asOf: string;
}

const descriptions = /^artefacts\/(kubernetes|addons)\//;

/** Shown in the report as the environment when none was named. */
const productionLabel = "(as production)";

/** Reads files and checks them for a target. Throws CannotRunError when one cannot be read or a name is unknown. */
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
  // Of the estate itself, only descriptions that cannot be read decide about these files.
  const broken = diagnostics.filter(({ at }) => descriptions.test(at.file));
  return { ...result, diagnostics: [...broken, ...result.diagnostics] };
}
