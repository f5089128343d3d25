import type { Frame, Valued } from "./frame.ts";
import type { PathExpression } from "./prepared-template.ts";

/** The end of a path: its value, or the last existing value and the missing part. */
export interface Found extends Valued {
  /** Index in `parts` of the first missing part; absent if the path leads to a value. */
  readonly missing?: number;
  /** The container without the missing part. */
  readonly inside?: unknown;
}

/** Follows a path from its starting frame, through own properties only. */
export function findValue({ start, depth, parts }: PathExpression, frame: Frame): Found {
  if (start === "loop") return loopValue(parts[0] ?? "", depth, frame);
  const from = start === "root" ? { value: frame.root.context } : ancestor(frame, depth);
  if (!from) return { value: undefined, missing: 0, inside: undefined };
  let current: Valued = from;
  for (let index = 0; index < parts.length; index += 1) {
    const inside = current.value;
    const next = step(inside, parts[index]!, frame);
    if (next.value === undefined) return { value: undefined, missing: index, inside };
    current = next;
  }
  return current;
}

function ancestor(frame: Frame, depth: number): Frame | undefined {
  let current: Frame | undefined = frame;
  for (let up = 0; up < depth; up += 1) current = current?.parent;
  return current;
}

const nothing: Valued = { value: undefined };

function step(container: unknown, key: string, { root }: Frame): Valued {
  if (typeof container !== "object" || container === null) return nothing;
  if (!Object.hasOwn(container, key)) return nothing;
  if (container === root.context) {
    // The context is a copy of the view with one more key; origins are recorded for the original.
    if (root.subject?.name === key) return root.subject;
    return { value: root.context[key], container: root.view, key };
  }
  return { value: (container as Record<string, unknown>)[key], container, key };
}

function loopValue(word: string, depth: number, frame: Frame): Found {
  let loop = nearestLoop(frame);
  for (let up = 0; up < depth; up += 1) loop = loop?.parent && nearestLoop(loop.parent);
  if (!loop?.loop) return { value: undefined, missing: 0, inside: undefined };
  const value = loop.loop[word as keyof NonNullable<Frame["loop"]>];
  return { value, container: loop.container, key: loop.key };
}

function nearestLoop(frame: Frame): Frame | undefined {
  let current: Frame | undefined = frame;
  while (current && !current.loop) current = current.parent;
  return current;
}
