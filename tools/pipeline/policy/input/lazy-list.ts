/**
 * A list that is printed (by JSON.stringify) as `printed`, and whose items are made when somebody looks at them, once each: most
 * of what rules see of an estate only has to be printed, and only what they find must know its places.
 */
export function lazyList<Item>(
  printed: readonly unknown[],
  make: (position: number) => Item,
): readonly Item[] {
  const list: Item[] = [];
  const made = new Map<number, Item>();
  for (const position of printed.keys()) {
    Object.defineProperty(list, position, {
      enumerable: true,
      get: () => {
        if (!made.has(position)) made.set(position, make(position));
        return made.get(position);
      },
    });
  }
  Object.defineProperty(list, "toJSON", { value: () => printed });
  return list;
}
