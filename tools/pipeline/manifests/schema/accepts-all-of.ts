import type { SchemaNode } from "./schema-node.ts";

const comparisons = new WeakMap<SchemaNode, WeakMap<SchemaNode, boolean>>();

/** Reports whether a schema accepts everything that an earlier one accepts; false when in doubt. */
export function acceptsAllOf(later: SchemaNode, earlier: SchemaNode): boolean {
  if (later === earlier) return true;
  const compared = comparisons.get(later) ?? new WeakMap<SchemaNode, boolean>();
  comparisons.set(later, compared);
  const result = compared.get(earlier);
  if (result !== undefined) return result;
  // A recursive schema reaches the same pair again: the other parts decide.
  compared.set(earlier, true);
  const accepts = compare(later, earlier);
  compared.set(earlier, accepts);
  return accepts;
}

function compare(later: SchemaNode, earlier: SchemaNode): boolean {
  const plain = [later, earlier].every(
    ({ all, any, one, not, limits, pattern, rules }) =>
      !all && !any && !one && !not && !limits && !pattern && rules.length === 0,
  );
  return (
    plain &&
    later.type === earlier.type &&
    later.format === earlier.format &&
    later.intOrString === earlier.intOrString &&
    later.quantity === earlier.quantity &&
    later.anyFields === earlier.anyFields &&
    later.isSet === earlier.isSet &&
    (later.listKeys ?? []).join(" ") === (earlier.listKeys ?? []).join(" ") &&
    later.required.every((field) => earlier.required.includes(field)) &&
    (!later.allowedWords ||
      (!!earlier.allowedWords && earlier.allowedWords.isSubsetOf(later.allowedWords))) &&
    childrenAccept(later, earlier)
  );
}

function childrenAccept(later: SchemaNode, earlier: SchemaNode): boolean {
  return (
    accepts(later.items, earlier.items) &&
    accepts(later.additional, earlier.additional) &&
    [...earlier.properties].every(([name, child]) => accepts(later.properties.get(name), child))
  );
}

function accepts(later: SchemaNode | undefined, earlier: SchemaNode | undefined): boolean {
  if (earlier === undefined) return later === undefined;
  return later !== undefined && acceptsAllOf(later, earlier);
}
