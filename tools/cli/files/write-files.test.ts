import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { text } from "node:stream/consumers";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { writeFiles } from "./write-files.ts";

const write = (path: string, content: string, bounds = {}): void =>
  writeFiles(new Map([[path, content]]), bounds);

const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

it("writes files and creates parent folders", async () => {
  await using folder = await createFixture({ old: "1" });
  writeFiles(
    new Map(
      [
        ["old", "2"],
        ["new/one", "3"],
      ].map(([path = "", content = ""]) => [folder.getPath(path), content]),
    ),
  );
  expect(await folder.readFile("old", "utf8")).toBe("2");
  expect(await folder.readFile("new/one", "utf8")).toBe("3");
});

it.each([
  ["is a folder", "folder"],
  ["is below a file", "file/below"],
  ["is below a circle of links", "circle/below"],
  ["is a circle of links", "circle"],
])("changes nothing when one path %s", async (_, bad) => {
  await using folder = await createFixture({ "folder/inside": "", file: "", old: "1" });
  symlinkSync("circle", folder.getPath("circle"));
  const before = everyFile(folder.path);
  const texts = ["old", "new", bad].map((path) => [folder.getPath(path), "2"] as const);
  expect(() => writeFiles(new Map(texts))).toThrow(`Cannot write ${folder.getPath(bad)}: `);
  expect(await folder.readFile("old", "utf8")).toBe("1");
  expect(everyFile(folder.path)).toEqual(before);
});

it("restores replaced files and their modes when a later rename fails", async () => {
  await using folder = await createFixture({ one: "1" });
  chmodSync(folder.getPath("one"), 0o440);
  const texts = new Map([
    [folder.getPath("one"), "new"],
    // The first path is a file, and the next one uses it as a folder: that rename fails.
    [folder.getPath("both"), "new"],
    [folder.getPath("both/below/deep"), "new"],
  ]);
  expect(() => writeFiles(texts)).toThrow("Nothing was written.");
  expect(readFileSync(folder.getPath("one"), "utf8")).toBe("1");
  expect(statSync(folder.getPath("one")).mode & 0o777).toBe(0o440);
  expect(everyFile(folder.path)).toEqual(["one"]);
});

it.each([0o600, 0o640, 0o444, 0o755])("keeps mode %o of a replaced file", async (mode) => {
  await using folder = await createFixture({ old: "1" });
  chmodSync(folder.getPath("old"), mode);
  write(folder.getPath("old"), "2");
  expect(statSync(folder.getPath("old")).mode & 0o777).toBe(mode);
  expect(readFileSync(folder.getPath("old"), "utf8")).toBe("2");
});

it.each(["target", "not-there-yet"])("follows a chain of links to %s", async (target) => {
  await using folder = await createFixture({ "a/target": "1", b: {} });
  symlinkSync(`../a/${target}`, folder.getPath("b/link"));
  symlinkSync(folder.getPath("b/link"), folder.getPath("first"));
  write(folder.getPath("first"), "2");
  expect(readFileSync(folder.getPath(`a/${target}`), "utf8")).toBe("2");
  expect(lstatSync(folder.getPath("first")).isSymbolicLink()).toBe(true);
  expect(lstatSync(folder.getPath("b/link")).isSymbolicLink()).toBe(true);
});

it("uses unpredictable temporary names", async () => {
  await using folder = await createFixture({ victim: "precious" });
  for (const suffix of [`${process.pid}.tmp`, "tmp"])
    symlinkSync("victim", folder.getPath(`report.${suffix}`));
  write(folder.getPath("report"), "2");
  expect(readFileSync(folder.getPath("victim"), "utf8")).toBe("precious");
  expect(lstatSync(folder.getPath("report")).isFile()).toBe(true);
});

describe("devices and pipes", () => {
  it("writes into a named pipe and keeps it", async () => {
    await using folder = await createFixture();
    const pipe = folder.getPath("pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe]);
    const received = text(reader.stdout);
    const content = "x".repeat(200_000);
    write(pipe, content);
    expect(await received).toBe(content);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it.each(["/dev/null", "/dev/zero"])("writes into %s without reading it", (device) => {
    write(device, "2");
    expect(lstatSync(device).isCharacterDevice()).toBe(true);
  });

  it.runIf(existsSync("/dev/full"))("writes no file when a device is full", async () => {
    await using folder = await createFixture({ old: "1" });
    const texts = new Map([
      [folder.getPath("old"), "2"],
      ["/dev/full", "2"],
    ]);
    expect(() => writeFiles(texts)).toThrow("Cannot write /dev/full: ENOSPC");
    expect(readFileSync(folder.getPath("old"), "utf8")).toBe("1");
    expect(everyFile(folder.path)).toEqual(["old"]);
  });
});

describe("within a folder", () => {
  it.each([
    ["a link to a file", "inside/link"],
    ["a link to nothing", "inside/dangling"],
    ["a folder that is a link", "inside/folder/new"],
    ["a new folder below a link", "inside/folder/deep/new"],
    ["a path that climbs", "inside/../outside/new"],
  ])("refuses %s that points outside it", async (_, path) => {
    await using folder = await createFixture({ "outside/file": "1", inside: {} });
    symlinkSync("../outside/file", folder.getPath("inside/link"));
    symlinkSync("../outside/none", folder.getPath("inside/dangling"));
    symlinkSync("../outside", folder.getPath("inside/folder"));
    expect(() => write(folder.getPath(path), "2", { within: folder.getPath("inside") })).toThrow(
      "a link points outside",
    );
    expect(everyFile(folder.getPath("outside"))).toEqual(["file"]);
    expect(readFileSync(folder.getPath("outside/file"), "utf8")).toBe("1");
  });

  it("refuses a pipe instead of waiting for a reader", async () => {
    await using folder = await createFixture();
    execFileSync("mkfifo", [folder.getPath("pipe")]);
    expect(() => write(folder.getPath("pipe"), "2", { within: folder.path })).toThrow(
      "it is not a regular file",
    );
  });

  it("writes through links that stay inside", async () => {
    await using folder = await createFixture({ "a/file": "1" });
    symlinkSync("a/file", folder.getPath("link"));
    write(folder.getPath("link"), "2", { within: folder.path });
    expect(readFileSync(folder.getPath("a/file"), "utf8")).toBe("2");
  });
});
