import { createFixture } from "fs-fixture";
import { readdirSync, utimesSync } from "node:fs";
import { expect, it } from "vitest";
import { removeOldest } from "./remove-oldest.ts";

it("removes the least recently used files once the folder is too large", async () => {
  await using folder = await createFixture(
    Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, "0123456789"])),
  );
  for (const [days, name] of ["c", "a", "d", "b"].entries()) {
    const used = new Date(Date.UTC(2026, 10, 1 + days));
    utimesSync(folder.getPath(name), used, used);
  }
  removeOldest(folder.path, { most: 40, left: 20 });
  expect(readdirSync(folder.path).sort()).toEqual(["a", "b", "c", "d"]);
  removeOldest(folder.path, { most: 39, left: 20 });
  expect(readdirSync(folder.path).sort()).toEqual(["b", "d"]);
  removeOldest(folder.getPath("nothing"), { most: 0, left: 0 });
});
