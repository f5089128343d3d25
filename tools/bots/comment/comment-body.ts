import { commentBudget } from "@altostrata/report/change";

/** The first line of every comment of ours. It separates our comment from others by the same account and proves nothing. */
const marker = "<!-- altostrata:report -->";

/** The text of a comment. */
export interface CommentText {
  /** Whether to write no comment where none exists yet. */
  readonly empty: boolean;
  /** Prints the text as Markdown of at most `budget` bytes. */
  readonly print: (budget: number) => string;
}

/** The whole comment: marker and text, in at most `budget` bytes. */
export function commentBody(text: CommentText, budget: number = commentBudget): string {
  const frame = Buffer.byteLength(`${marker}\n\n`);
  return `${marker}\n${text.print(budget - frame)}\n`;
}

/** Whether a text starts as our comments do. */
export function isMarked(body: string): boolean {
  return /^<!-- altostrata:report\b[^>]*-->/.test(body);
}
