import { expect, it } from "vitest";
import { GitError } from "./git-error.ts";

it("keeps a message on one line and harmless to a terminal", () => {
  const { message } = new GitError("git knows no \u001b[31m\u202ebranch\n  at all\r");
  expect(message).toBe(String.raw`git knows no \u{1b}[31m\u{202e}branch at all\u{d}`);
});
