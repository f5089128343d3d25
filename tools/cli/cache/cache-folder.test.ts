import { homedir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cacheFolder } from "./cache-folder.ts";

it("is in the user's cache, outside of every repository", () => {
  expect(cacheFolder({})).toBe(join(homedir(), ".cache/altostrata"));
  expect(cacheFolder({ XDG_CACHE_HOME: "/else" })).toBe("/else/altostrata");
  expect(cacheFolder({ XDG_CACHE_HOME: "below/the/estate" })).toBe(
    join(homedir(), ".cache/altostrata"),
  );
});

it("is undefined in a build, which must not trust earlier runs", () => {
  expect(cacheFolder({ CI: "true", XDG_CACHE_HOME: "/else" })).toBeUndefined();
  expect(cacheFolder({ CI: "1" })).toBeUndefined();
  expect(cacheFolder({ CI: "false" })).toBeDefined();
});
