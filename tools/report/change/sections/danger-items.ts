import type { ObjectChange, Reason } from "@altostrata/pipeline";
import type { Inline } from "../../document/node.ts";
import { reversibilityWords } from "../../messages/changes.ts";
import { count } from "../../count.ts";
import { wordObject, wordPlaces, wordReason } from "../change-words.ts";
import { isDangerous, isDangerousClass } from "../verdict.ts";

/** Names of one item that are read; the rest is counted. */
const mostNames = 4;

type Places = ObjectChange["places"];

/** A change that must be read; one that takes an object from one target to another has both. */
interface Danger {
  readonly verb: string;
  readonly change: ObjectChange;
  readonly arrival?: ObjectChange;
}

/** Every dangerous change with its reasons and its way back, changes of which the same must be known as one item. */
export function dangerItems(changes: readonly ObjectChange[]): readonly (readonly Inline[])[] {
  const groups = Map.groupBy(dangersOf(changes), ({ verb, change, arrival }) =>
    [
      verb,
      change.change === "renamed" ? "" : change.object.kind,
      wordDanger(change, arrival),
      ...(arrival ? [wordPlaces(change.places), wordPlaces(arrival.places)] : []),
    ].join("\0"),
  );
  return [...groups.values()].map(dangerItem);
}

function dangersOf(changes: readonly ObjectChange[]): readonly Danger[] {
  const arrivals = new Map(
    changes.filter(({ change }) => change === "added").map((change) => [comingKey(change), change]),
  );
  // Data that goes from a target does not come to another one by that.
  const removed = changes.filter(
    ({ change, reversibility }) => change === "removed" && reversibility !== "one-way",
  );
  const moves = new Map(
    removed.flatMap((change) => {
      const arrival = arrivals.get(comingKey(change));
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

/** The object and its environments: what leaves one target and comes to another there has moved. */
function comingKey({ object, places }: ObjectChange): string {
  const { group, kind, namespace, name } = object;
  const environments = [...new Set(places.map(({ environment }) => environment))].sort();
  return JSON.stringify([group, kind, namespace, name, environments]);
}

function dangerItem(dangers: readonly Danger[]): readonly Inline[] {
  const [first] = dangers;
  if (!first) return [];
  const { verb, change, arrival } = first;
  const names = [...new Set(dangers.map((danger) => wordObject(danger.change)))];
  const shown = names
    .slice(0, mostNames)
    .flatMap((name, index): Inline[] => [index === 0 ? " " : ", ", { code: name }]);
  const rest = names.length > mostNames ? ` and ${names.length - mostNames} more` : "";
  const to = arrival ? ` -> ${targetsOf(arrival.places)}` : "";
  return [
    { strong: verb },
    ...shown,
    `${rest}: ${wordDanger(change, arrival)} In ${wordPlaces(uniquePlaces(dangers))}${to}.`,
  ];
}

/** What the reader must know of a change, without its object's name. */
function wordDanger(change: ObjectChange, arrival?: ObjectChange): string {
  const { reversibility } = change;
  const all = [...change.reasons, ...(arrival?.reasons ?? [])];
  const dangers = all.filter((reason) => isDangerousClass(reason.class));
  const told = new Map(
    (dangers.length > 0 ? dangers : all).toReversed().map((reason) => [reason.code, reason]),
  );
  const words = [...told.values()]
    .toReversed()
    .slice(0, 3)
    .map((reason) => (arrival && goesOn[reason.code]) ?? wordReason(reason));
  return `${words.join(" ")} To undo: ${reversibilityWords[reversibility]}.`;
}

/** What ends at one target and goes on at the other, where an object moves. */
const goesOn: Readonly<Partial<Record<Reason["code"], string>>> = {
  "ends-backups": "It makes the backups at the other target from now on.",
  "removes-workload": "Its pods run at the other target from now on.",
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
