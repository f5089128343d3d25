/**
 * Results by a digest of all their inputs. Entries are never invalidated, since other inputs have another key. An empty
 * cache only costs time.
 */
export interface RunCache {
  /** Returns the value of the key, or makes and keeps it for this process. */
  readonly recall: <Value>(key: Key, make: () => Value) => Value;
  /** Returns plain data kept by this process or the store; undefined if there is none. */
  readonly find: (key: Key) => unknown;
  /** Keeps plain data in this process, and also in the store if `persist` is set. */
  readonly keep: (key: Key, value: unknown, persist: boolean) => void;
}

/** Keeps plain data between processes. It may lose records, but never returns data of another key. */
export interface Store {
  /** Returns undefined if there is no trustworthy record. */
  readonly find: (key: Key) => unknown;
  readonly put: (key: Key, value: unknown) => void;
}

type Key = readonly string[];

/** Creates a cache in memory, backed by a store if there is one. */
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
    keep: (key, value, persist) => {
      known.set(nameOf(key), value);
      if (persist) store?.put(key, value);
    },
  };
}

function nameOf(key: Key): string {
  return key.join("\0");
}
