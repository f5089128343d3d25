/**
 * Results by a digest of all their inputs. Nothing is ever invalidated: other inputs have another key, and an empty cache changes
 * nothing but time.
 */
export interface RunCache {
  /** Gives the value made under the key in this process, or makes it. */
  readonly recall: <Value>(key: Key, make: () => Value) => Value;
  /** Plain data kept in this process or by an earlier one; undefined where there is none. */
  readonly find: (key: Key) => unknown;
  /** Keeps plain data, `beyond` this process if it is worth it. */
  readonly keep: (key: Key, value: unknown, beyond: boolean) => void;
}

/** Where plain data stays beyond a process. It may lose anything at any time, and gives only what was put under the same key. */
export interface Store {
  /** Undefined where there is no record, or none that can be trusted. */
  readonly find: (key: Key) => unknown;
  readonly put: (key: Key, value: unknown) => void;
}

type Key = readonly string[];

/** A cache that lives as long as its owner, over a store that outlives it. */
export function createRunCache(store?: Store): RunCache {
  const known = new Map<string, unknown>();
  return {
    recall: (key, make) => {
      const name = nameOf(key);
      if (!known.has(name)) known.set(name, make());
      return known.get(name) as ReturnType<typeof make>;
    },
    find: (key) => {
      const value = known.get(nameOf(key)) ?? store?.find(key);
      if (value !== undefined) known.set(nameOf(key), value);
      return value;
    },
    keep: (key, value, beyond) => {
      known.set(nameOf(key), value);
      if (beyond) store?.put(key, value);
    },
  };
}

function nameOf(key: Key): string {
  return key.join("\0");
}
