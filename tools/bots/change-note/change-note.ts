import { createHash } from "node:crypto";
import { parse } from "yaml";
import { bumps, type Bump } from "./bumps.ts";

/** A change note: the version bump of each environment, and the text for their changelogs. */
export interface ChangeNote {
  readonly environments: Readonly<Record<string, Bump>>;
  readonly text: string;
}

/** A note from a file, and whether it is unedited, so that it may be replaced. */
export interface ParsedNote extends ChangeNote {
  readonly edited: boolean;
  /** Entries that are not an environment with a valid size. */
  readonly others: readonly string[];
}

const scope = "@estate/";
const front = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s;
const seal = /^# Written by npm run note \(([0-9a-f]{12})\)/m;

/** A note as a file of Changesets. A digest of its content reveals later edits. */
export function printNote({ environments, text }: ChangeNote): string {
  const names = Object.keys(environments).sort();
  const lines = names.map((name) => `${JSON.stringify(scope + name)}: ${environments[name]}`);
  const body = `---\n\n${text}\n`;
  const digest = digestOf(lines, text);
  return `---\n# Written by npm run note (${digest}). An edited note is not overwritten.\n${lines.join("\n")}\n${body}`;
}

/** Reads a file of Changesets. Undefined when it is not one. */
export function readNote(content: string): ParsedNote | undefined {
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
