import {
  closestWord,
  withoutSecrets,
  type Diagnostic,
  type MessageArgument,
} from "@altostrata/pipeline";
import { escapeText } from "../escape-text.ts";
import { allMessages } from "./all-messages.ts";
import { replaceArguments, replaceOptionalParts } from "./arguments.ts";
import type { Messages } from "./messages.ts";

/** A diagnostic in words: one sentence each for what is wrong, why it matters and what to do. */
export interface Sentences {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

type Args = Readonly<Record<string, MessageArgument>>;

/** The words of a diagnostic's code with its arguments filled in, safe to print: what the user wrote is quoted without credentials. */
export function wordDiagnostic({ code, args }: Diagnostic): Sentences {
  const words = allMessages[code];
  const given = { ...argumentsWithoutSecrets(args), ...suggestion(args) };
  return {
    title: words.title,
    what: sentence(words.what, { words, args: given }),
    why: sentence(words.why, { words, args: given }),
    fix: sentence(words.fix, { words, args: given }),
  };
}

/** Arguments as they may be shown. */
export function argumentsWithoutSecrets(args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]): [string, MessageArgument] => [name, hidden(value)]),
  );
}

function hidden(value: MessageArgument): MessageArgument {
  if (typeof value === "string") return withoutSecrets(value);
  return Array.isArray(value) ? value.map((item) => withoutSecrets(String(item))) : value;
}

/** The word that was perhaps meant, also where a step only says which ones are known; undefined when none is near. */
export function suggestedWord(args: Args): string | undefined {
  const given = args["suggestion"];
  if (given !== undefined) return String(given as string);
  const known = args["known"] ?? args["allowed"];
  if (!Array.isArray(known)) return undefined;
  const wrong = ["name", "parameter", "image", "target", "key", "helper", "found"].map(
    (name) => args[name],
  );
  const word = wrong.find((value) => typeof value === "string");
  return typeof word === "string" ? closestWord(word, known as string[]) : undefined;
}

function suggestion(args: Args): Args {
  const word = suggestedWord(args);
  return word === undefined ? {} : { suggestion: word };
}

interface Filling {
  readonly words: Messages;
  readonly args: Args;
}

/** A filled-in text as a sentence: a capital at the start, one full stop at the end. */
function sentence(template: string, filling: Filling): string {
  const text = fill(template, filling).replaceAll(/\s+/g, " ").trim();
  const start = /^[a-z]/.test(text) ? `${text[0]!.toUpperCase()}${text.slice(1)}` : text;
  return start.replace(/([.?!])\.$/, "$1");
}

function fill(template: string, filling: Filling): string {
  const given = replaceOptionalParts(template, (part, names) =>
    names.every((name) => isGiven(filling.args[name])) ? part : "",
  );
  return replaceArguments(given, (name) => argument(name, filling));
}

function isGiven(value: MessageArgument | undefined): boolean {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function argument(name: string, { words, args }: Filling): string {
  const value = args[name];
  if (value === undefined) return "?";
  if (name === "problem") {
    const said = words.problems?.[String(value)];
    if (said !== undefined) return fill(said, { words: { ...words, problems: {} }, args });
  }
  const text = Array.isArray(value) ? value.join(", ") : String(value as string | number | boolean);
  return escapeText(text);
}
