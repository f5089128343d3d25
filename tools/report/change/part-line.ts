import type { SystemGraph } from "@altostrata/pipeline";

type Node = SystemGraph["nodes"][number];

/** What a target does in a system and, where it takes traffic, how much: of DNS answers by weight, else as planned. */
export function partLine({ parts, weight }: Node, { routing }: SystemGraph): string {
  const part = parts.join(" + ");
  if (weight === 0) return part;
  return routing === "weighted" ? `${part}, ${weight} %` : `${part}, ${weight} % planned`;
}
