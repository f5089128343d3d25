import { isRecord, type JsonRecord } from "../model/values/json-record.ts";
import { commandSecrets } from "./command-secrets.ts";
import { isHolder, nameKey, valueKey } from "./name-pairs.ts";
import { isBeside, isPlain } from "./plain-value.ts";
import { kindOfName, type NameKind } from "./secret-name.ts";

const droppedAnnotations: ReadonlySet<string> = new Set([
  "kubectl.kubernetes.io/last-applied-configuration",
]);

/** Options of the replacement. */
export interface Redaction {
  readonly tag: (secret: string) => string;
  readonly text: (value: string) => string;
}

interface Below extends Redaction {
  /** The kind that the names above give to every plain value below. */
  readonly above: NameKind;
  /** The key of the value itself, below such a name. */
  readonly key?: string | undefined;
  /** The keys of the object are names that a JSON schema describes. */
  readonly describes?: boolean;
}

/** Returns an object of the same shape without credentials. */
export function redactRecord(record: JsonRecord, redaction: Redaction): JsonRecord {
  return redactBelow(record, { ...redaction, above: "none" });
}

function redactBelow(record: JsonRecord, below: Below): JsonRecord {
  const schema = isSchema(record);
  const named = kindOfSiblings(record);
  const command = isCommand(record);
  const entries = Object.entries(record)
    .filter(([key]) => !droppedAnnotations.has(key))
    .map(([key, value]): [string, unknown] => {
      const shown = below.text(key);
      if (command && (key === "command" || key === "args"))
        return [shown, redactCommand(record, key, below)];
      const inside = { ...below, describes: false };
      if (below.describes && isRecord(value))
        return [shown, redactValue(value, { ...inside, above: "none" })];
      if (schema && schemaParts.has(key) && !holdsData(key, record)) {
        const describes = namesOfValues.has(key) && isRecord(value);
        return [shown, redactValue(value, { ...inside, above: "none", describes })];
      }
      return [
        shown,
        redactValue(value, { ...inside, ...aboveOf(key, value, { record, named, below }) }),
      ];
    });
  return Object.fromEntries(entries);
}

interface Beside {
  readonly record: JsonRecord;
  readonly named: NameKind;
  readonly below: Below;
}

/** Determines the kind of a key from its name, its siblings and its ancestors. */
function aboveOf(
  key: string,
  value: unknown,
  { record, named, below }: Beside,
): Pick<Below, "above" | "key"> {
  if (holdsData(key, record)) return { above: "secret", key: undefined };
  if (named !== "none" && valueKey.test(key)) return { above: named, key: undefined };
  const own = kindOfKey(key, record);
  if (isHolder(own)) return { above: own, key: undefined };
  if (typeof value === "object" && value !== null && own !== "none")
    return { above: "none", key: undefined };
  if (isHolder(below.above)) return { above: below.above, key };
  return { above: own, key: undefined };
}

function kindOfKey(key: string, record: JsonRecord): NameKind {
  // The key of a secret that something writes or reads.
  if (key === "secretKey" && "remoteRef" in record) return "place";
  if (/(?:^|\/)(?:checksum|digest|hash)\//.test(key))
    return kindOfName(key) === "none" ? "none" : "digest";
  return kindOfName(key.slice(key.lastIndexOf("/") + 1));
}

/** Keys of an object, or of one inside a list of objects, that hold credentials. */
function holdsData(key: string, object: JsonRecord): boolean {
  const { kind } = object;
  return (
    (key === "stringData" && typeof kind === "string") || (key === "data" && kind === "Secret")
  );
}

/** An environment variable or parameter names its `value` in `name` or `key`. */
function kindOfSiblings(record: JsonRecord): NameKind {
  for (const key of Object.keys(record)) {
    const name = record[key];
    if (typeof name !== "string" || !nameKey.test(key)) continue;
    const kind = kindOfName(name);
    if (kind !== "none") return kind;
  }
  return "none";
}

const schemaTypes: ReadonlySet<unknown> = new Set(
  "string object array integer number boolean null".split(" "),
);
/** Keys of a JSON schema whose keys are the names of the described values. */
const namesOfValues: ReadonlySet<string> = new Set(
  "properties patternProperties definitions $defs dependentSchemas".split(" "),
);
/** Keys of a JSON schema that hold schemas or lists of names, but no described value. */
const schemaParts: ReadonlySet<string> = new Set([
  ...namesOfValues,
  ..."items additionalProperties allOf anyOf oneOf not if then else required".split(" "),
]);

/** In a JSON schema, keys describe values and are no names of credentials. */
function isSchema({ type, properties, $ref, items }: JsonRecord): boolean {
  return (
    (schemaTypes.has(type) && (type !== "string" || items === undefined)) ||
    (isRecord(properties) &&
      Object.values(properties).every((one) => isRecord(one)) &&
      Object.keys(properties).length > 0 &&
      type !== undefined) ||
    (typeof $ref === "string" && $ref.startsWith("#/"))
  );
}

function redactValue(value: unknown, below: Below): unknown {
  if (Array.isArray(value)) return redactList(value, below);
  if (isRecord(value)) return redactBelow(value, { ...below, key: undefined });
  if (typeof value === "string")
    return isHidden(value, below) ? below.tag(value) : below.text(value);
  if (typeof value !== "number") return value;
  return isHidden(String(value), below) ? below.tag(String(value)) : value;
}

function isHidden(value: string, { above, key }: Below): boolean {
  if (above === "none" || isPlain(above, value)) return false;
  return key === undefined || !isBeside(key, value);
}

function redactList(list: readonly unknown[], below: Below): readonly unknown[] {
  const parts = partsOf(list);
  return list.map((item, index) =>
    redactItem(item, { before: list[index - 1], part: parts.get(index) }, below),
  );
}

/** `args` belong to the program in `command`. */
function isCommand({ command, args }: JsonRecord): boolean {
  return Array.isArray(command) && Array.isArray(args);
}

function redactCommand(record: JsonRecord, key: "command" | "args", below: Below): unknown {
  const { command, args } = record as { command: unknown[]; args: unknown[] };
  const all = redactList([...command, ...args], below);
  return key === "command" ? all.slice(0, command.length) : all.slice(command.length);
}

const noParts: ReadonlyMap<number, number> = new Map();

function partsOf(list: readonly unknown[]): ReadonlyMap<number, number> {
  if (!list.some((item) => typeof item === "string" && item.startsWith("-")) && list.length < 3)
    return noParts;
  const words = list.map((item) => (typeof item === "string" ? item : "-"));
  return new Map(commandSecrets(words).map(({ word, start }) => [word, start]));
}

interface ItemPlace {
  readonly before: unknown;
  /** Where a credential begins in an argument. */
  readonly part: number | undefined;
}

/** Arguments of a command: an option names the next one. */
function redactItem(item: unknown, { before, part }: ItemPlace, below: Below): unknown {
  if (part !== undefined && typeof item === "string")
    return item.slice(0, part) + below.tag(item.slice(part));
  const option =
    typeof before === "string"
      ? /^--?(?<name>[\w.-]{1,160})$/.exec(before)?.groups?.["name"]
      : undefined;
  const kind = option === undefined || String(item).startsWith("-") ? "none" : kindOfName(option);
  return redactValue(
    item,
    kind === "none" || typeof item === "object" ? below : { ...below, above: kind, key: undefined },
  );
}
