import { createHash } from "node:crypto";
import { parse } from "yaml";
import { bumps, type Bump } from "./bumps.ts";

/** What a change note says: the environments with how much their versions grow, and the words for their changelogs. */
export interface ChangeNote {
  readonly environments: Readonly<Record<string, Bump>>;
  readonly text: string;
}

/** A note as it was read: whether it still has the content that it was written with, and may be written again. */
export interface ReadNote extends ChangeNote {
  readonly edited: boolean;
  /** What it names besides environments with a size of the change. */
  readonly others: readonly string[];
}

const scope = "@estate/";
const front = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s;
const seal = /^# Written by npm run note \(([0-9a-f]{12})\)/m;

/** A note as a file of Changesets, with a seal of its content: a file whose seal does not fit was edited by somebody. */
export function printNote({ environments, text }: ChangeNote): string {
  const names = Object.keys(environments).sort();
  const lines = names.map((name) => `${JSON.stringify(scope + name)}: ${environments[name]}`);
  const body = `---\n\n${text}\n`;
  const digest = digestOf(lines, text);
  return `---\n# Written by npm run note (${digest}). Edit it as you like: it is not written again then.\n${lines.join("\n")}\n${body}`;
}

/** What a file of Changesets says; undefined for a file that is none. */
export function readNote(content: string): ReadNote | undefined {
  const [, head = "", body = ""] = front.exec(content) ?? [];
  const parsed = parseFront(head);
  if (parsed === undefined) return undefined;
  const environments = Object.fromEntries(
    Object.entries(parsed).flatMap(([name, bump]): [string, Bump][] => {
      const known = bumps.find((one) => one === bump);
      return known !== undefined && name.startsWith(scope)
        ? [[name.slice(scope.length), known]]
        : [];
    }),
  );
  const lines = head.split(/\r?\n/).filter((line) => !line.startsWith("#"));
  const text = body.trim();
  const others = Object.keys(parsed).filter(
    (name) => !(name.startsWith(scope) && Object.hasOwn(environments, name.slice(scope.length))),
  );
  return { environments, text, others, edited: seal.exec(head)?.[1] !== digestOf(lines, text) };
}

function parseFront(head: string): object | undefined {
  try {
    const value: unknown = parse(head);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(lines: readonly string[], text: string): string {
  return createHash("sha256")
    .update([...lines, text].join("\n"))
    .digest("hex")
    .slice(0, 12);
}
