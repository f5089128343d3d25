import type { Comparison } from "@altostrata/pipeline";
import type { Inline, Section } from "../../document/node.ts";
import { shortList } from "../short-list.ts";

/** Where targets of one environment begin or cease to differ from each other. */
export function paritySection({ parity }: Comparison): Section {
  const items = parity.map(
    ({ environment, object, path, parity: what, values }): readonly Inline[] => {
      const field: Inline = { code: `${object} ${path.join(".")}` };
      if (what === "gained")
        return [{ strong: environment }, ": ", field, " is now the same on all targets"];
      const shown = values.slice(0, 4).map(({ target, value }) => `${target} ${shorten(value)}`);
      return [{ strong: environment }, ": ", field, ` now differs: ${shown.join(", ")}`];
    },
  );
  return {
    name: "parity",
    title: "Parity between clouds",
    rank: 8,
    variants: items.length === 0 ? [] : [[shortList(items, 20)], [shortList(items, 5)]],
  };
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)} ...` : value;
}
