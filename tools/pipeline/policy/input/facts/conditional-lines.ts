// Tags that open, split or close a block. The render step refuses files with unbalanced blocks.
const blockTag =
  /\{\{~?\s*(?:#(if|unless|each|with)\b|(else)\b|(\/)(?:if|unless|each|with)\b)([^}]*)\}\}/g;
const providerCondition = /(?:^|[\s(@./])provider(?=[\s).]|$)/;

/** Counts the lines of a template that depend on the provider. Lines with only tags do not count. */
export function conditionalLines(lines: readonly string[]): number {
  const open: boolean[] = [];
  return lines.filter((line) => {
    const before = open.includes(true);
    const depends = follow(line, open);
    return (
      (before || depends) &&
      line.replaceAll(/\{\{~?\s*[#/!][^}]*\}\}|\{\{~?\s*else\b[^}]*\}\}/g, "").trim() !== ""
    );
  }).length;
}

/** Follows the blocks of a line. Returns whether one of them depends on the provider. */
function follow(line: string, open: boolean[]): boolean {
  let depends = false;
  for (const [, opens, parts, closes, condition = ""] of line.matchAll(blockTag)) {
    if (closes !== undefined) {
      open.pop();
      continue;
    }
    const isCondition = providerCondition.test(condition);
    if (opens !== undefined) open.push(isCondition && opens !== "with");
    // The branch after an `else` has the same condition.
    else if (parts !== undefined && isCondition) open[open.length - 1] = true;
    depends ||= open.at(-1) ?? false;
  }
  return depends;
}
