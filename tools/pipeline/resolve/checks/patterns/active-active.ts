import { own } from "../../../model/values/own.ts";
import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import { diagnose, keyPlaceIn, placeIn } from "../../diagnose.ts";
import type { Topology } from "../../topology.ts";

/**
 * Active-active: at least two targets have shares, at two providers if a provider may be lost, and each runs the
 * runtime.
 */
export function checkActiveActive(topology: Topology): Diagnostic[] {
  const { system, environment, application } = topology;
  const pattern = system.value.patterns["active-active"];
  if (!pattern) return [];
  const sharing = topology.members.filter((member) =>
    Object.hasOwn(pattern.shares, member.target.name),
  );
  const diagnostics = sharing
    .filter(
      (member) =>
        member.part.state === "draining" ||
        !member.components.some(
          (name) => own(application.value.components, name)?.role === "runtime",
        ),
    )
    .map((member) =>
      diagnose(
        "pattern-share-incomplete",
        keyPlaceIn(system, ["patterns", "active-active", "shares", member.target.name]),
        {
          args: {
            target: member.target.name,
            problem:
              member.part.state === "draining"
                ? "is draining"
                : "runs no component of role runtime",
          },
          environment: environment.name,
          target: member.target.name,
        },
      ),
    );
  if (Object.keys(pattern.shares).length < 2) {
    const args = {
      target: Object.keys(pattern.shares)[0] ?? "none",
      problem: "is the only one that shares",
    };
    diagnostics.push(
      diagnose(
        "pattern-share-incomplete",
        keyPlaceIn(system, ["patterns", "active-active", "shares"]),
        { args, environment: environment.name },
      ),
    );
  }
  const providers = new Set(sharing.map((member) => member.provider.name));
  if (pattern.survive === "provider" && providers.size < 2) {
    const at = placeIn(system, ["patterns", "active-active", "survive"]);
    diagnostics.push(
      diagnose("pattern-survive-single-provider", at, {
        args: { providers: [...providers].sort() },
        environment: environment.name,
      }),
    );
  }
  return diagnostics;
}
