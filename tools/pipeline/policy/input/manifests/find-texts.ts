import type { Path } from "../../../model/origins/origin.ts";
import type { ObjectContent } from "../../../model/kubernetes/object-content.ts";
import type { PolicyText, TextMark } from "../policy-input.ts";

const privateKeysAndTokens =
  /-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abpr]-[0-9A-Za-z-]{10}|"private_key_id"|\bAccountKey=[A-Za-z0-9+/=]{40}/;
const urlWithPassword = /:\/\/[^/\s:@{}$]+:[^/\s:@{}$]+@/;
// A literal in a line of a config file. A reference (`$env{...}`, `${...}`, `<...>`) is not a literal.
const assignedPassword =
  /(?:password|passwd|secret_?key|api_?key)\s*[=:]\s*\\?["']?(?!true\b|false\b|null\b|none\b)[^\s"'\\${<(%*[\],]/i;

// A key that declares its value a credential. References and paths of files do not count.
const tellingKey =
  /(?:password|passwd|passphrase|api[_-]?key|client[_-]?secret|secret[_-]?access[_-]?key)$/i;
const literalValue = /^(?!(?:true|false|null|none)$)[^\s$<({%*[/]/i;
const tellingPair =
  /(?:password|passwd|passphrase|api[_-]?key|client[_-]?secret|secret[_-]?access[_-]?key)":"[^\s$<({%*[/"]/i;

const patterns: readonly (readonly [TextMark, RegExp])[] = [
  ["unrendered", /\{\{|\[object Object\]|<no value>|(?:^|[^\s\w])undefined(?:$|[^\s\w])/],
  ["credential", privateKeysAndTokens],
  ["credential", urlWithPassword],
  ["credential", assignedPassword],
  ["cloud-identifier", /\barn:aws[a-z-]*:|\/subscriptions\/[0-9a-f]{8}-[0-9a-f]{4}-/],
  [
    "cloud-identifier",
    /\bprojects\/[a-z][a-z0-9-]{4,28}[a-z0-9]\/(?:locations|secrets|zones|regions)\//,
  ],
];

/** The names of places to search for: regions of any provider, and places outside the environment's residency. */
export interface PlaceNames {
  readonly regions: readonly string[];
  readonly outside: readonly string[];
}

/** Returns the marks of a text. */
export function marksOf(text: string, places: PlaceNames): TextMark[] {
  const all = allPatterns(places);
  return [...new Set(all.flatMap(([mark, pattern]) => (pattern.test(text) ? [mark] : [])))];
}

function allPatterns({ regions, outside }: PlaceNames): typeof patterns {
  const named = [
    ["region", regions],
    ["outside-residency", outside],
  ] as const;
  return [
    ...patterns,
    ...named
      .filter(([, names]) => names.length > 0)
      .map(([mark, names]) => [mark, placePattern(names)] as const),
  ];
}

/** A text in an object, by its path there. */
type FoundText = Omit<PolicyText, "resource">;

/** Creates a search for scalars with template leftovers, credentials, or names of providers and places. */
export function textFinder(places: PlaceNames): TextFinder {
  const name = JSON.stringify(places);
  const finder = finders.get(name) ?? newFinder(places);
  finders.set(name, finder);
  return finder;
}

type TextFinder = (object: object, content: ObjectContent) => readonly FoundText[];

// Both sides of a comparison search the same objects.
const finders = new Map<string, TextFinder>();

function newFinder(places: PlaceNames): TextFinder {
  const all = allPatterns(places);
  const known = new WeakMap<ObjectContent, readonly FoundText[]>();
  return (object, content) => {
    const found = known.get(content) ?? findTexts(object, content.json, all);
    known.set(content, found);
    return found;
  };
}

function findTexts(object: object, json: string, all: typeof patterns): FoundText[] {
  // A search of the printed object makes nearly every walk unnecessary.
  if (!tellingPair.test(json) && !all.some(([, pattern]) => pattern.test(json))) return [];
  const found: FoundText[] = [];
  walk(object, [], (path, text, key) => {
    const marks = [
      ...new Set(all.flatMap(([mark, pattern]) => (pattern.test(text) ? [mark] : []))),
    ];
    if (isTold(key, text) && !marks.includes("credential")) marks.push("credential");
    if (marks.length > 0) found.push({ path, text: text.slice(0, 200), marks });
  });
  return found;
}

/** Returns whether a key declares a credential and its value looks like one. */
function isTold(key: unknown, text: string): boolean {
  return typeof key === "string" && tellingKey.test(key) && literalValue.test(text);
}

function placePattern(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replaceAll(/[^A-Za-z0-9-]/g, String.raw`\$&`));
  return new RegExp(`(?<![A-Za-z0-9-])(?:${escaped.join("|")})(?![A-Za-z0-9])`);
}

type Visit = (path: Path, text: string, key?: unknown) => void;

/** Visits every key, and every text with its key or position. */
function walk(value: unknown, path: Path, visit: Visit): void {
  if (typeof value === "string") visit(path, value, path.at(-1));
  else if (Array.isArray(value))
    value.forEach((item: unknown, index) => walk(item, [...path, index], visit));
  else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      visit([...path, key], key);
      walk(child, [...path, key], visit);
    }
  }
}
