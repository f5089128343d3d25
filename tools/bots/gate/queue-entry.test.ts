import { expect, it } from "vitest";
import { queueEntry } from "./queue-entry.ts";

const base = "a".repeat(40);

it.each([
  [`gh-readonly-queue/main/pr-104-${base}`, { target: "main", number: 104, base }],
  [
    `gh-readonly-queue/release/pr-7-${base}/pr-104-${base}`,
    { target: `release/pr-7-${base}`, number: 104, base },
  ],
  [`main/pr-104-${base}`, undefined],
  [`x/gh-readonly-queue/main/pr-104-${base}`, undefined],
  ["gh-readonly-queue/main/pr-104-", undefined],
])("reads %s", (branch, entry) => {
  expect(queueEntry(branch)).toEqual(entry);
});
