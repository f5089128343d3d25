import type { Comparison } from "@altostrata/pipeline";
import { shortList } from "../../document/inline.ts";
import type { Inline, Section } from "../../document/node.ts";

/** Lists fields that now differ, or no longer differ, between the targets of an environment. */
export function paritySection({ parity }: Comparison): Section {
  const items = parity.map(
    ({ environment, object, path, parity: what, values }): readonly Inline[] => {
      const field: Inline = { code: `${object} ${path.join(".")}` };
      if (what === "gained")
        return [{ strong: environment }, ": ", field, " is now equal on all targets"];
      const shown = values.slice(0, 4).map(({ target, value }) => `${target} ${shorten(value)}`);
      return [{ strong: environment }, ": ", field, ` now differs: ${shown.join(", ")}`];
    },
  );
  return {
    name: "parity",
    title: "Cloud parity",
    rank: 8,
    variants: items.length === 0 ? [] : [[shortList(items, 20)], [shortList(items, 5)]],
  };
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)} ...` : value;
}
