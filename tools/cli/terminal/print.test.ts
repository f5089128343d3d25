import { expect, it } from "vitest";
import { painter } from "@altostrata/report";
import { escapeControls, escapeMessage, escapeReport } from "./print.ts";

const paint = painter(true);
const hostile = "a\u001B]0;title\u0007\u001B[2J\u009B31m\r\u202Eb\u2028";

it("keeps lines and colours of a report and escapes everything else", () => {
  const styles = (["bold", "dim", "red", "yellow", "green", "cyan"] as const).map((style) =>
    paint(style, "x"),
  );
  expect(escapeReport(styles.join("\n\t"))).toBe(styles.join("\n\t"));
  expect(escapeReport(hostile)).toBe(
    "a\\u001b]0;title\\u0007\\u001b[2J\\u009b31m\\u000d\\u202eb\\u2028",
  );
});

it("escapes colours in a message", () => {
  expect(escapeMessage(`${paint("red", "a")}\n`)).toBe("\\u001b[31ma\\u001b[39m\n");
});

it("keeps JSON valid and equal when it escapes control characters", () => {
  const value = { [hostile]: ["\u007F\u0080", "\u200B", "{\n\t}"] };
  const shown = escapeControls(`${JSON.stringify(value, undefined, 2)}\n`);
  expect(JSON.parse(shown)).toEqual(value);
  expect(shown).not.toMatch(/[^\P{Cc}\n]/u);
});
