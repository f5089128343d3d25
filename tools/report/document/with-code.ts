import type { Inline } from "./node.ts";

/** A message with what it puts between backticks as code. */
export function withCode(message: string): readonly Inline[] {
  return message
    .split(/`([^`]+)`/)
    .map((text, index): Inline => (index % 2 === 1 ? { code: text } : text))
    .filter((part) => part !== "");
}
