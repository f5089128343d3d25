import { expect, it } from "vitest";
import { lazyList } from "./lazy-list.ts";

it("prints what was kept and makes an item once, when somebody looks at it", () => {
  const asked: number[] = [];
  const list = lazyList([{ a: 1 }, { a: 2 }], (position) => {
    asked.push(position);
    return { made: position };
  });
  expect(JSON.stringify({ list, size: list.length })).toBe('{"list":[{"a":1},{"a":2}],"size":2}');
  expect(asked).toEqual([]);
  expect(list[1]).toBe(list[1]);
  expect(list[1]).toEqual({ made: 1 });
  expect(asked).toEqual([1]);
});
