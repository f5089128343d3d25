/** The value under a name that a user wrote: a name such as `constructor` finds nothing that JavaScript's objects have by themselves. */
export function own<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
