import { expect, it } from "vitest";
import { holdLately } from "./hold-lately.ts";

it("makes a value again only after so many others were asked for", () => {
  const made: string[] = [];
  const hold = holdLately(2);
  const [a, b, c] = ["a", "b", "c"].map((name) =>
    hold(() => {
      made.push(name);
      return { name };
    }),
  );
  expect(made).toEqual([]);
  expect(a?.()).toBe(a?.());
  b?.();
  a?.();
  c?.();
  expect(made).toEqual(["a", "b", "c"]);
  a?.();
  expect(made).toEqual(["a", "b", "c"]);
  b?.();
  expect(made).toEqual(["a", "b", "c", "b"]);
});
