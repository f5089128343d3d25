import { objectName, type Manifest } from "../../../model/kubernetes/manifest.ts";
import type { PolicyResource } from "../policy-input.ts";

/** Returns the properties that rules get of every manifest. */
export function identifyManifest({
  id,
  layer,
  system,
  component,
}: Manifest): Omit<PolicyResource, "object"> {
  return {
    id: objectName(id),
    ...id,
    layer,
    ...(system === undefined ? {} : { system }),
    ...(component === undefined ? {} : { component }),
  };
}
