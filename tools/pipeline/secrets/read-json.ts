/** A part of a JSON text with its children. */
export interface JsonNode {
  readonly start: number;
  end: number;
  /** Keys and values in turn for an object; values for a list. */
  readonly items: JsonNode[];
  readonly kind: "object" | "list" | "text" | "plain";
}

const deepest = 100;
const plain = /[^\s,:[\]{}"]+/y;

/** Parses a JSON text that begins with a bracket into parts; undefined for other texts and for deep nesting. */
export function readJson(json: string): JsonNode | undefined {
  if (!/^\s{0,200}[{[]/.test(json.slice(0, 201))) return undefined;
  try {
    JSON.parse(json);
  } catch {
    return undefined;
  }
  return readParts(json);
}

/** Any text that `JSON.parse` accepts has matching brackets and closed strings. */
function readParts(json: string): JsonNode | undefined {
  const root: JsonNode = { start: 0, end: json.length, items: [], kind: "list" };
  const open: JsonNode[] = [root];
  for (let at = 0; at < json.length;) {
    const character = json[at]!;
    const parent = open.at(-1)!;
    if (character === "{" || character === "[") {
      const node: JsonNode = {
        start: at,
        end: at,
        items: [],
        kind: character === "{" ? "object" : "list",
      };
      parent.items.push(node);
      open.push(node);
      if (open.length > deepest) return undefined;
      at += 1;
    } else if (character === "}" || character === "]") {
      at += 1;
      parent.end = at;
      open.pop();
    } else {
      plain.lastIndex = at;
      const length =
        character === '"' ? textEnd(json, at) - at : (plain.exec(json)?.[0].length ?? 0);
      if (length > 0)
        parent.items.push({
          start: at,
          end: at + length,
          items: [],
          kind: character === '"' ? "text" : "plain",
        });
      at += Math.max(1, length);
    }
  }
  return root.items[0];
}

function textEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}
