/**
 * Gives values that are made when somebody asks for them, of which the last `most` are held and each of the others is made again:
 * what is large and quickly made need not stay.
 */
export function holdLately(most: number): <Value>(make: () => Value) => () => Value {
  const held = new Map<object, unknown>();
  return <Value>(make: () => Value) => {
    const key = {};
    return () => {
      const value = held.has(key) ? (held.get(key) as Value) : make();
      held.delete(key);
      held.set(key, value);
      const [oldest] = held.keys();
      if (held.size > most && oldest) held.delete(oldest);
      return value;
    };
  };
}
