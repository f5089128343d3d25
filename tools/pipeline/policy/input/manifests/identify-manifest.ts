import { objectName, type Manifest } from "../../../model/kubernetes/manifest.ts";
import type { PolicyResource } from "../policy-input.ts";

/** What rules are told of every manifest, whatever it says. */
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
