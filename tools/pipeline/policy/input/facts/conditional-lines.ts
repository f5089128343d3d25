// Tags that open, part or close a block; the render step has refused files in which they do not match.
const blockTag =
  /\{\{~?\s*(?:#(if|unless|each|with)\b|(else)\b|(\/)(?:if|unless|each|with)\b)([^}]*)\}\}/g;
const asksProvider = /(?:^|[\s(@./])provider(?=[\s).]|$)/;

/** How many lines of a template are printed, or not, by what its provider is or gives; tags alone on a line are not counted. */
export function conditionalLines(lines: readonly string[]): number {
  const open: boolean[] = [];
  return lines.filter((line) => {
    const before = open.includes(true);
    const asked = follow(line, open);
    return (
      (before || asked) &&
      line.replaceAll(/\{\{~?\s*[#/!][^}]*\}\}|\{\{~?\s*else\b[^}]*\}\}/g, "").trim() !== ""
    );
  }).length;
}

/** Follows the blocks of a line; gives whether one of them asks for the provider. */
function follow(line: string, open: boolean[]): boolean {
  let asked = false;
  for (const [, opens, parts, closes, condition = ""] of line.matchAll(blockTag)) {
    if (closes !== undefined) {
      open.pop();
      continue;
    }
    const asks = asksProvider.test(condition);
    if (opens !== undefined) open.push(asks && opens !== "with");
    // What stands after an `else` depends on the same question.
    else if (parts !== undefined && asks) open[open.length - 1] = true;
    asked ||= open.at(-1) ?? false;
  }
  return asked;
}
