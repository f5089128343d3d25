import type { Comparison, LockInChange } from "@altostrata/pipeline";
import { count, shortList } from "../../document/inline.ts";
import type { Inline, Node, Section } from "../../document/node.ts";
import { lockInMessages } from "../../messages/changes.ts";

type Binding = LockInChange["added"][number];
type Proven = LockInChange["proven"][number];

/** Lists bindings to providers that the change adds or removes, and how the score of each environment changes. */
export function lockInSection({ lockIn }: Comparison): Section {
  const { added = [], removed = [], proven = [], unproven = [], figures = [] } = lockIn ?? {};
  const items: readonly (readonly Inline[])[] = [
    ...figureItems(figures),
    ...unproven.map((one) => proofItem("is no longer proven", one)),
    ...proven.map((one) => proofItem("is now proven", one)),
    ...bindingItems("now uses", added, 3),
    ...bindingItems("no longer uses", removed, 1),
  ];
  const short: Node = {
    kind: "paragraph",
    text: [`Bindings to providers: ${added.length} added, ${removed.length} removed.`],
  };
  return {
    name: "lock-in",
    title: "Lock-in",
    rank: 6,
    variants: items.length === 0 ? [] : [[shortList(items, 40)], [shortList(items, 10)], [short]],
  };
}

/** Merges equal changes of a figure in several environments. */
function figureItems(figures: LockInChange["figures"]): readonly (readonly Inline[])[] {
  const changes = Map.groupBy(
    figures,
    ({ figure, base, head }) => `${lockInMessages[figure]} ${base} -> ${head}`,
  );
  return [...changes].map(([change, group]) => {
    const names = group.map(({ environment }) => environment);
    const named = names.length > 4 ? count(names.length, "environment") : names.join(", ");
    return [{ strong: named }, `: ${change}`];
  });
}

const aspects = { runs: "", dns: " (its DNS)", backup: " (its backups)" } as const;

function proofItem(verb: string, { application, component, aspect, provider }: Proven): Inline[] {
  const subject = [application, component].filter((part) => part !== "").join("/");
  return [{ strong: subject }, `${aspects[aspect]} ${verb} at ${provider}`];
}

/** Lists each binding with its alternatives. More than `alone` bindings of one owner to one provider share an item. */
function bindingItems(
  verb: string,
  bindings: readonly Binding[],
  alone: number,
): readonly (readonly Inline[])[] {
  const groups = Map.groupBy(bindings, (one) => [ownerOf(one), one.provider].join("\0"));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length <= alone) return group.map((one) => bindingItem(verb, one));
    const surfaces = group.map(({ surface, tier }) => `${surface} (tier ${tier})`).join(", ");
    return [[{ strong: ownerOf(first) }, ` ${verb} of ${first.provider}: ${surfaces}`]];
  });
}

function bindingItem(verb: string, binding: Binding): readonly Inline[] {
  const { provider, surface, tier, alternatives } = binding;
  const instead = alternatives.length === 0 ? "" : `; alternatives: ${alternatives.join(", ")}`;
  return [
    { strong: ownerOf(binding) },
    ` ${verb} ${surface} (${provider}, tier ${tier}${instead})`,
  ];
}

function ownerOf({ environment, system, component }: Binding): string {
  return [environment, system, component].filter((part) => part !== "").join("/");
}
