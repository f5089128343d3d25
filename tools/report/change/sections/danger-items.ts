import type { ObjectChange, Reason } from "@altostrata/pipeline";
import { codeList, count } from "../../document/inline.ts";
import type { Inline } from "../../document/node.ts";
import { reversibilityMessages } from "../../messages/changes.ts";
import { describeObject, describePlaces, describeReason } from "../describe-change.ts";
import { isDangerous, isDangerousClass } from "../verdict.ts";

/** Names shown in one item; the others are counted. */
const mostNames = 4;

type Places = ObjectChange["places"];

/** A dangerous change. A move between targets is the removal with the addition as its `arrival`. */
interface Danger {
  readonly verb: string;
  readonly change: ObjectChange;
  readonly arrival?: ObjectChange;
}

/** Lists dangerous changes with their reasons and how to undo them. Changes with the same text share an item. */
export function dangerItems(changes: readonly ObjectChange[]): readonly (readonly Inline[])[] {
  const groups = Map.groupBy(dangersOf(changes), ({ verb, change, arrival }) =>
    [
      verb,
      change.change === "renamed" ? "" : change.object.kind,
      describeDanger(change, arrival),
      ...(arrival ? [describePlaces(change.places), describePlaces(arrival.places)] : []),
    ].join("\0"),
  );
  return [...groups.values()].map(dangerItem);
}

function dangersOf(changes: readonly ObjectChange[]): readonly Danger[] {
  const arrivals = new Map(
    changes.filter(({ change }) => change === "added").map((change) => [moveKey(change), change]),
  );
  // Removed data does not move: the other target starts empty.
  const removed = changes.filter(
    ({ change, reversibility }) => change === "removed" && reversibility !== "one-way",
  );
  const moves = new Map(
    removed.flatMap((change) => {
      const arrival = arrivals.get(moveKey(change));
      return arrival && (isDangerous(change) || isDangerous(arrival)) ? [[change, arrival]] : [];
    }),
  );
  const arrived = new Set(moves.values());
  return changes.flatMap((change): Danger[] => {
    const arrival = moves.get(change);
    if (arrival) return [{ verb: "moved", change, arrival }];
    if (arrived.has(change) || !isDangerous(change)) return [];
    return [{ verb: change.change, change }];
  });
}

/** Identifies an object within its environments: removed from one target and added to another there, it has moved. */
function moveKey({ object, places }: ObjectChange): string {
  const { group, kind, namespace, name } = object;
  const environments = [...new Set(places.map(({ environment }) => environment))].sort();
  return JSON.stringify([group, kind, namespace, name, environments]);
}

function dangerItem(dangers: readonly Danger[]): readonly Inline[] {
  const [first] = dangers;
  if (!first) return [];
  const { verb, change, arrival } = first;
  const names = [...new Set(dangers.map((danger) => describeObject(danger.change)))];
  const to = arrival ? ` -> ${targetsOf(arrival.places)}` : "";
  return [
    { strong: verb },
    " ",
    ...codeList(names, mostNames),
    `: ${describeDanger(change, arrival)} In ${describePlaces(uniquePlaces(dangers))}${to}.`,
  ];
}

/** The reasons of a change and how to undo it, without the name of its object. */
function describeDanger(change: ObjectChange, arrival?: ObjectChange): string {
  const { reversibility } = change;
  const all = [...change.reasons, ...(arrival?.reasons ?? [])];
  const dangers = all.filter((reason) => isDangerousClass(reason.class));
  const byCode = new Map(
    (dangers.length > 0 ? dangers : all).toReversed().map((reason) => [reason.code, reason]),
  );
  const sentences = [...byCode.values()]
    .toReversed()
    .slice(0, 3)
    .map((reason) => (arrival && continuations[reason.code]) ?? describeReason(reason));
  return `${sentences.join(" ")} To undo: ${reversibilityMessages[reversibility]}.`;
}

/** Reasons that mean something else if the object moves to another target. */
const continuations: Readonly<Partial<Record<Reason["code"], string>>> = {
  "ends-backups": "The other target makes the backups from now on.",
  "removes-workload": "Its pods run on the other target from now on.",
};

function targetsOf(places: Places): string {
  const targets = [...new Set(places.map(({ target }) => target))];
  return targets.length > mostNames ? count(targets.length, "target") : targets.join(", ");
}

function uniquePlaces(dangers: readonly Danger[]): Places {
  const places = dangers.flatMap(({ change }) => change.places);
  const unique = new Map(places.map((place) => [`${place.environment}/${place.target}`, place]));
  return [...unique.values()];
}
