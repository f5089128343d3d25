import { homedir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cacheFolder } from "./cache-folder.ts";

it("stands in the user's cache, outside of every repository", () => {
  expect(cacheFolder({})).toBe(join(homedir(), ".cache/altostrata"));
  expect(cacheFolder({ XDG_CACHE_HOME: "/else" })).toBe("/else/altostrata");
  expect(cacheFolder({ XDG_CACHE_HOME: "below/the/estate" })).toBe(
    join(homedir(), ".cache/altostrata"),
  );
});

it("is nowhere in a build, where nothing of an earlier run may be believed", () => {
  expect(cacheFolder({ CI: "true", XDG_CACHE_HOME: "/else" })).toBeUndefined();
  expect(cacheFolder({ CI: "1" })).toBeUndefined();
  expect(cacheFolder({ CI: "false" })).toBeDefined();
});
