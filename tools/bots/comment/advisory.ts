import { printMarkdown } from "@altostrata/report/change";
import { isAdvisory, type BotIdentity } from "../github/bot-identity.ts";
import type { CommentText } from "./comment-body.ts";
import type { CheckVerdict } from "./write-check-run.ts";

const reason =
  "The bots use the token of a workflow, which anyone with push access can use too. docs/guides/pull-requests.md describes the set-up of a GitHub App.";

/** Marks a check as advisory when someone with push access can create the same check. */
export function withAdvisory(identity: BotIdentity, verdict: CheckVerdict): CheckVerdict {
  if (!isAdvisory(identity)) return verdict;
  const { title, summary } = verdict;
  return { ...verdict, title: `Advisory: ${title}`, summary: `${summary}\n\nAdvisory: ${reason}` };
}

/** Puts the same warning in front of a comment. */
export function withAdvisoryNote(identity: BotIdentity, text: CommentText): CommentText {
  if (!isAdvisory(identity)) return text;
  const words = printMarkdown([
    {
      kind: "paragraph",
      text: [{ strong: "Advisory" }, `: this comment can be forged. ${reason}`],
    },
  ]);
  const note = `> [!NOTE]\n> ${words}\n\n`;
  return {
    empty: text.empty,
    print: (budget) => note + text.print(budget - Buffer.byteLength(note)),
  };
}
