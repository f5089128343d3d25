import {
  closestWord,
  withoutSecrets,
  type Diagnostic,
  type MessageArgument,
} from "@altostrata/pipeline";
import { escapeText } from "../document/escape-text.ts";
import { allMessages } from "./all-messages.ts";
import { replaceArguments, replaceOptionalParts } from "./arguments.ts";
import type { Messages } from "./messages.ts";

/** A diagnostic as text: one sentence each for the problem, why it matters and how to fix it. */
export interface Sentences {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

type Args = Readonly<Record<string, MessageArgument>>;

/** Fills the messages of a diagnostic's code with its arguments. The result is safe to print and has no secrets. */
export function fillMessage({ code, args }: Diagnostic): Sentences {
  const messages = allMessages[code];
  const filling = { messages, args: { ...argumentsWithoutSecrets(args), ...suggestion(args) } };
  return {
    title: messages.title,
    what: sentence(messages.what, filling),
    why: sentence(messages.why, filling),
    fix: sentence(messages.fix, filling),
  };
}

/** The text of a diagnostic in a comparison: the problem and its fix. */
export function describeDiagnostic(diagnostic: Diagnostic): { readonly text: string } {
  const { what, fix } = fillMessage(diagnostic);
  return { text: `${what} ${fix}` };
}

/** Hides secrets in the arguments of a diagnostic. */
export function argumentsWithoutSecrets(args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]): [string, MessageArgument] => [name, hidden(value)]),
  );
}

function hidden(value: MessageArgument): MessageArgument {
  if (typeof value === "string") return withoutSecrets(value);
  return Array.isArray(value) ? value.map((item) => withoutSecrets(String(item))) : value;
}

/** The suggested word, or the known word closest to the wrong one; undefined if none is close. */
export function suggestedWord(args: Args): string | undefined {
  const suggested = args["suggestion"];
  if (suggested !== undefined) return String(suggested as string);
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
  readonly messages: Messages;
  readonly args: Args;
}

/** Fills a template and makes it a sentence: a capital at the start, one full stop at the end. */
function sentence(template: string, filling: Filling): string {
  const text = fill(template, filling).replaceAll(/\s+/g, " ").trim();
  const start = /^[a-z]/.test(text) ? `${text[0]!.toUpperCase()}${text.slice(1)}` : text;
  return start.replace(/([.?!])\.$/, "$1");
}

function fill(template: string, filling: Filling): string {
  const text = replaceOptionalParts(template, (part, names) =>
    names.every((name) => isPresent(filling.args[name])) ? part : "",
  );
  return replaceArguments(text, (name) => argument(name, filling));
}

function isPresent(value: MessageArgument | undefined): boolean {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function argument(name: string, { messages, args }: Filling): string {
  const value = args[name];
  if (value === undefined) return "?";
  if (name === "problem") {
    const problem = messages.problems?.[String(value)];
    if (problem !== undefined)
      return fill(problem, { messages: { ...messages, problems: {} }, args });
  }
  const text = Array.isArray(value) ? value.join(", ") : String(value as string | number | boolean);
  return escapeText(text);
}
