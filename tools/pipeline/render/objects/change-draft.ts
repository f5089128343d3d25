import { own } from "../../model/values/own.ts";
import type { Path } from "../../model/origins/origin.ts";
import type { Change, Draft } from "./draft.ts";

/** Sets the value at a path of a draft, or removes it if the value is null, and records its origin. */
export function changeDraft(
  draft: Draft,
  { path, value }: { path: Path; value: unknown },
  sourceAt: Change["sourceAt"],
): void {
  draft.object = changed(draft.object, path, value) as Draft["object"];
  draft.changes.push({ path, removed: value === null, sourceAt });
}

/** Copies along the path only; everything else stays shared with other manifests. */
function changed(current: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(current)) return changedList(current, Number(key), { rest, value });
  const map = { ...(current as Record<string, unknown>) };
  if (rest.length === 0 && value === null) delete map[key];
  else map[key] = changed(own(map, String(key)), rest, value);
  return map;
}

function changedList(
  list: readonly unknown[],
  index: number,
  { rest, value }: { rest: Path; value: unknown },
): unknown[] {
  if (rest.length === 0 && value === null) return list.toSpliced(index, 1);
  return list.with(index, changed(list[index], rest, value));
}
