import { readdirSync } from "node:fs";
import { createFixture } from "fs-fixture";
import { expect, it } from "vitest";
import { writeFiles } from "./write-files.ts";

it("writes files and the folders above them", async () => {
  await using folder = await createFixture({ old: "1" });
  writeFiles(
    new Map(
      [
        ["old", "2"],
        ["new/one", "3"],
      ].map(([path = "", text = ""]) => [folder.getPath(path), text]),
    ),
  );
  expect(await folder.readFile("old", "utf8")).toBe("2");
  expect(await folder.readFile("new/one", "utf8")).toBe("3");
});

it.each([
  ["is a folder", "folder"],
  ["stands below a file", "file/below"],
])("leaves everything as it was when one %s", async (_, bad) => {
  await using folder = await createFixture({ "folder/inside": "", file: "", old: "1" });
  const texts = ["old", "new", bad].map((path) => [folder.getPath(path), "2"] as const);
  expect(() => writeFiles(new Map(texts))).toThrow(`Cannot write ${folder.getPath(bad)}: `);
  expect(await folder.readFile("old", "utf8")).toBe("1");
  expect(readdirSync(folder.path, { recursive: true, encoding: "utf8" }).sort()).toEqual([
    "file",
    "folder",
    "folder/inside",
    "old",
  ]);
});
