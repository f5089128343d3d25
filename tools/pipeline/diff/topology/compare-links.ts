import type { SystemGraph, TopologyChange } from "../../model/comparison/comparison.ts";

/** A change of one system, whose name is added later. */
export type Found = Omit<TopologyChange, "environment" | "system">;

type Link = SystemGraph["links"][number];

/**
 * Lists flows between targets that open, close or change an end. Flows of one kind between the same targets are one
 * change.
 */
export function compareLinks(base: readonly Link[], head: readonly Link[]): readonly Found[] {
  const [before, after] = [base.map(linkKey), head.map(linkKey)];
  const opened = head.filter((link) => !before.includes(linkKey(link)));
  const closed = base.filter((link) => !after.includes(linkKey(link)));
  const moved = closed.flatMap((was) => {
    const is = opened.find((link) => link.kind === "backup" && link.label === was.label);
    return was.kind === "backup" && is && is.to !== was.to ? [{ was, is }] : [];
  });
  const rest = (links: readonly Link[]) =>
    links.filter((link) => !moved.some(({ was, is }) => link === was || link === is));
  return [
    ...moved.map(({ was, is }): Found => ({
      what: "backup-moved",
      subject: was.label,
      base: was.to,
      head: is.to,
    })),
    ...flowChanges(together(rest(closed)), together(rest(opened))),
  ];
}

/** A flow that closes while the same one opens towards another target is one change. */
function flowChanges(closed: readonly Flow[], opened: readonly Flow[]): readonly Found[] {
  const left = new Set(opened);
  const ended = closed.map((was): Found => {
    const is = [...left].find(({ subject, from }) => subject === was.subject && from === was.from);
    const { subject, from, to } = was;
    if (!is) return { what: "flow-closed", subject, base: from, head: to };
    left.delete(is);
    return { what: "flow-moved", target: from, subject, base: to, head: is.to };
  });
  const begun = [...left].map(({ subject, from, to }): Found => ({
    what: "flow-opened",
    subject,
    base: from,
    head: to,
  }));
  return [...ended, ...begun];
}

interface Flow {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

/** Merges flows of one kind between the same two targets. */
function together(links: readonly Link[]): readonly Flow[] {
  const alike = Map.groupBy(links, ({ kind, from, to }) => [kind, from, to].join("\0"));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kind, from, to } = first;
    return [{ subject: `${kind} ${group.map(({ label }) => label).join(", ")}`, from, to }];
  });
}

function linkKey(link: Link): string {
  return Object.values(link).join("\0");
}
