type Digests = Readonly<Record<string, string>>;

/** Lists the rules that were added, removed or changed between two sets; sorted. */
export function changedRules(
  base: Digests,
  head: Digests,
): { added: string[]; removed: string[]; changed: string[] } {
  const names = [...new Set([...Object.keys(base), ...Object.keys(head)])].sort();
  return {
    added: names.filter((name) => !Object.hasOwn(base, name)),
    removed: names.filter((name) => !Object.hasOwn(head, name)),
    changed: names.filter(
      (name) => Object.hasOwn(base, name) && Object.hasOwn(head, name) && base[name] !== head[name],
    ),
  };
}
