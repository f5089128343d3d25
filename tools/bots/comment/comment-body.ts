import { commentBudget } from "@altostrata/report/change";

/** First bytes of every comment of ours, with the version of its form. */
const marker = "<!-- altostrata:report:v1 -->";
const anyMarker = /^<!-- altostrata:report:v([0-9]+) -->/;
const stateLine = /<!-- altostrata:state:v1 ([A-Za-z0-9_-]+) -->\s*$/;

/** What a comment is to say. */
export interface CommentText {
  /** Whether it is worth no comment where none stands yet. */
  readonly empty: boolean;
  /** The text as Markdown of at most so many bytes. */
  readonly print: (budget: number) => string;
}

/** What a comment says of itself, for the next writer. */
export interface CommentState {
  readonly head: string;
  /** Grows with each run of the workflow; a writer about the same commit with a lower one is late. */
  readonly sequence: number;
}

/** The whole text of a comment: marker, report, state. At most `budget` bytes. */
export function commentBody(
  text: CommentText,
  state: CommentState,
  budget: number = commentBudget,
): string {
  const last = `<!-- altostrata:state:v1 ${Buffer.from(JSON.stringify(state)).toString("base64url")} -->`;
  const frame = Buffer.byteLength(`${marker}\n\n${last}\n`);
  return `${marker}\n${text.print(budget - frame)}\n${last}\n`;
}

/** Whether a text begins as a comment of ours does, and whether it is of a form that this version may overwrite. */
export function markedAs(body: string): "ours" | "newer" | "other" {
  const version = anyMarker.exec(body)?.[1];
  if (version === undefined) return "other";
  return Number(version) > 1 ? "newer" : "ours";
}

/** The state in a comment; undefined where it has none that can be read, and then any writer may replace it. */
export function readState(body: string): CommentState | undefined {
  const encoded = stateLine.exec(body)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const state: unknown = JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"));
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is CommentState {
  if (typeof value !== "object" || value === null) return false;
  const { head, sequence } = value as Record<string, unknown>;
  return typeof head === "string" && Number.isSafeInteger(sequence);
}
