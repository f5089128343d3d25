import { expect, it } from "vitest";
import { pullRequestOfQueue } from "./pull-request-of-queue.ts";

const commit = "a".repeat(40);

it.each([
  [`refs/heads/gh-readonly-queue/main/pr-104-${commit}`, 104],
  // The branch that it goes to may be called like one of the queue.
  [`refs/heads/gh-readonly-queue/release/pr-7-${commit}/pr-104-${commit}`, 104],
  [`refs/heads/main/pr-104-${commit}`, undefined],
  ["refs/heads/gh-readonly-queue/main/pr-104-", undefined],
])("reads %s as %s", (ref, number) => {
  expect(pullRequestOfQueue(ref)).toBe(number);
});
