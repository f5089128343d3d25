import { printJson } from "../values/print-json.ts";

/** What an object says, printed once. Objects that say the same have the very same content, as long as it is remembered. */
export interface ObjectContent {
  readonly json: string;
}

const mostRemembered = 4096;

const byObject = new WeakMap<object, ObjectContent | "too deep">();
const lately = new Map<string, ObjectContent>();

/**
 * The content of an object of a manifest that nobody changes any more; undefined when it nests too deep to be printed. What
 * depends on content alone can be kept under it: the two sides of a comparison mostly say the same.
 */
export function contentOf(object: object): ObjectContent | undefined {
  const known = byObject.get(object) ?? printed(object);
  byObject.set(object, known);
  return known === "too deep" ? undefined : known;
}

function printed(object: object): ObjectContent | "too deep" {
  const json = printJson(object);
  return json === undefined ? "too deep" : remembered(json);
}

function remembered(json: string): ObjectContent {
  const content = lately.get(json) ?? { json };
  // The last that was asked for goes last.
  lately.delete(json);
  lately.set(content.json, content);
  const [oldest] = lately.keys();
  if (lately.size > mostRemembered && oldest !== undefined) lately.delete(oldest);
  return content;
}
