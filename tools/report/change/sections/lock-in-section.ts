import type { Comparison, LockInChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { lockInWords } from "../../words/changes.ts";
import { count } from "../../count.ts";
import { shortList } from "../short-list.ts";

type Binding = LockInChange["added"][number];
type Proven = LockInChange["proven"][number];

/** What the change binds to a provider or frees from one, and how the score of each environment moves. */
export function lockInSection({ lockIn }: Comparison): Section {
  const { added = [], removed = [], proven = [], unproven = [], figures = [] } = lockIn ?? {};
  const items: readonly (readonly Inline[])[] = [
    ...figures.map(({ environment, figure, base, head }): readonly Inline[] => [
      { strong: environment },
      `: ${lockInWords[figure]} ${base} -> ${head}`,
    ]),
    ...unproven.map((one) => proofItem("is no longer proven", one)),
    ...proven.map((one) => proofItem("is now proven", one)),
    ...added.map((binding) => bindingItem("now uses", binding)),
    ...removed.map((binding) => bindingItem("no longer uses", binding)),
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

const aspects = { runs: "", dns: " (its names)", backup: " (its backups)" } as const;

/** Other environments may count on it, whether the change touches them or not. */
function proofItem(verb: string, { application, component, aspect, provider }: Proven): Inline[] {
  const subject = [application, component].filter((part) => part !== "").join("/");
  return [{ strong: subject }, `${aspects[aspect]} ${verb} at ${provider}`];
}

function bindingItem(verb: string, binding: Binding): readonly Inline[] {
  const { environment, system, component, provider, surface, tier, alternatives } = binding;
  const owner = [environment, system, component].filter((part) => part !== "").join("/");
  const instead = alternatives.length === 0 ? "" : `; instead: ${alternatives.join(", ")}`;
  return [{ strong: owner }, ` ${verb} ${surface} (${provider}, tier ${tier}${instead})`];
}
