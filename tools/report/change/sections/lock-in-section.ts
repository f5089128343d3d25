import type { Comparison, LockInChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { lockInWords } from "../../messages/changes.ts";
import { count } from "../../count.ts";
import { shortList } from "../short-list.ts";

type Binding = LockInChange["added"][number];
type Proven = LockInChange["proven"][number];

/** What the change binds to a provider or frees from one, and how the score of each environment moves. */
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
    text: [`${count(added.length, "binding")} to a provider more, ${removed.length} fewer.`],
  };
  return {
    name: "lock-in",
    title: "Lock-in",
    rank: 6,
    variants: items.length === 0 ? [] : [[shortList(items, 40)], [shortList(items, 10)], [short]],
  };
}

/** The same move of a figure in several environments is one line. */
function figureItems(figures: LockInChange["figures"]): readonly (readonly Inline[])[] {
  const moves = Map.groupBy(
    figures,
    ({ figure, base, head }) => `${lockInWords[figure]} ${base} -> ${head}`,
  );
  return [...moves].map(([move, alike]) => {
    const names = alike.map(({ environment }) => environment);
    const named = names.length > 4 ? count(names.length, "environment") : names.join(", ");
    return [{ strong: named }, `: ${move}`];
  });
}

const aspects = { runs: "", dns: " (its names)", backup: " (its backups)" } as const;

/** Other environments may count on it, whether the change touches them or not. */
function proofItem(verb: string, { application, component, aspect, provider }: Proven): Inline[] {
  const subject = [application, component].filter((part) => part !== "").join("/");
  return [{ strong: subject }, `${aspects[aspect]} ${verb} at ${provider}`];
}

/** Each binding with what could be used instead, but more than `alone` of one owner to one provider as a list of names. */
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
  const instead = alternatives.length === 0 ? "" : `; instead: ${alternatives.join(", ")}`;
  return [
    { strong: ownerOf(binding) },
    ` ${verb} ${surface} (${provider}, tier ${tier}${instead})`,
  ];
}

function ownerOf({ environment, system, component }: Binding): string {
  return [environment, system, component].filter((part) => part !== "").join("/");
}
