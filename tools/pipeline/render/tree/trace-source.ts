import type { ManifestSource } from "../../model/kubernetes/manifest.ts";
import {
  originAt,
  originOf,
  type Key,
  type Origin,
  type Path,
} from "../../model/origins/origin.ts";
import type { Place } from "../../model/origins/place.ts";
import type { Valued } from "../language/frame.ts";
import type { Print } from "../language/prepared-template.ts";
import type { MapNode, SkeletonEntry, SkeletonNode } from "./skeleton.ts";

/** A skeleton and the values of one rendering, kept for looking up sources. */
export interface Traceable {
  readonly document: SkeletonNode;
  readonly values: readonly (Valued | undefined)[];
  readonly printOf: (index: number) => Print;
  readonly placeOf: (offset: number) => Place;
}

/**
 * Returns the template line, the expression and the origin of the value at a path, or of its nearest existing parent.
 */
export function traceSource(traceable: Traceable, path: Path): ManifestSource {
  let node = traceable.document;
  let offset = node.offset;
  for (let depth = 0; depth < path.length; depth += 1) {
    if (node.kind === "value") return sourceOfValue(node.index, path.slice(depth), traceable);
    const found = child(node, path[depth]!, traceable);
    if (!found) break;
    node = found.node;
    offset = found.offset;
  }
  if (node.kind === "value") return sourceOfValue(node.index, [], traceable);
  const template = traceable.placeOf(offset);
  return node.kind === "text" ? sourceOfText(node.parts, template, traceable) : { template };
}

interface Child {
  readonly node: SkeletonNode;
  readonly offset: number;
}

function child(node: SkeletonNode, key: Key, traceable: Traceable): Child | undefined {
  if (node.kind === "list") {
    const item = node.items[Number(key)];
    return item && { node: item, offset: item.offset };
  }
  if (node.kind !== "map") return undefined;
  const entry = entryOf(node, String(key), traceable);
  if (!entry) return undefined;
  const { value } = entry;
  // A map or list has the place of its key, which is the line a reader looks for.
  const isContainer = value.kind === "map" || value.kind === "list";
  return { node: value, offset: isContainer ? entry.offset : value.offset };
}

function entryOf(node: MapNode, key: string, { values }: Traceable): SkeletonEntry | undefined {
  return node.entries.find((entry) => {
    if (typeof entry.key === "string") return entry.key === key;
    const parts = entry.key.kind === "value" ? [entry.key.index] : entry.key.parts;
    return (
      parts
        .map((part) => (typeof part === "number" ? String(values[part]?.value) : part))
        .join("") === key
    );
  });
}

function sourceOfValue(index: number, rest: Path, traceable: Traceable): ManifestSource {
  const { source, at } = traceable.printOf(index);
  const valued = traceable.values[index];
  const origin = originOfValued(valued, rest);
  const inside = valued?.embedded;
  return {
    template: at,
    expression: source,
    ...(origin && { origin }),
    ...(inside && { inside }),
  };
}

function sourceOfText(
  parts: readonly (string | number)[],
  template: Place,
  traceable: Traceable,
): ManifestSource {
  const indexes = parts.filter((part) => typeof part === "number");
  const expressions = new Set(indexes.map((index) => traceable.printOf(index).source));
  const origins = indexes.flatMap((index) => originOfValued(traceable.values[index], []) ?? []);
  return {
    template,
    expression: [...expressions].join(", "),
    ...(origins[0] && { origin: origins[0] }),
  };
}

/** Returns the origin of a value, or of a path inside it. */
export function originOfValued(valued: Valued | undefined, rest: Path): Origin | undefined {
  if (!valued) return undefined;
  const outer = valued.origin ?? (valued.container && originOf(valued.container, valued.key ?? ""));
  return originAt(valued.value, rest) ?? outer;
}
