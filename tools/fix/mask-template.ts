/** Turns a template into YAML of the same length: expressions become letters; blocks and comments become blanks. */
export function maskTemplate(text: string): string {
  return text.replaceAll(/\{\{[^]*?\}\}/g, (tag) =>
    /^\{\{~?[#/!^]|^\{\{~?\s*else\b/.test(tag) ? blank(tag) : "x".repeat(tag.length),
  );
}

/** Counts the template blocks that are open at a position. */
export function blocksAround(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return [...before.matchAll(/\{\{~?#/g)].length - [...before.matchAll(/\{\{~?\//g)].length;
}

function blank(tag: string): string {
  return tag.replaceAll(/[^\n]/g, " ");
}
