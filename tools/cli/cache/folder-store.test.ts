import { createFixture, type FsFixture } from "fs-fixture";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { secretPlaces } from "../../pipeline/secrets/testing/secret-places.ts";
import { folderStore, type FolderStore } from "./folder-store.ts";

const key = ["judged", "digest of the input"];
const value = { findings: [{ rule: "SEC-001", path: ["spec", 0], at: { file: "a", line: 1 } }] };

let fixture: FsFixture;
let folder: string;

beforeEach(async () => {
  fixture = await createFixture();
  folder = fixture.getPath("records");
});
afterEach(() => fixture.rm());

function store(tools = "tools"): FolderStore {
  const opened = folderStore(folder, tools);
  if (!opened) throw new Error("the folder is our own");
  return opened;
}

/** Returns the only file of the store. */
function record(): string {
  const [name, ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  return join(folder, name ?? "");
}

describe("folderStore", () => {
  it("returns a record in another process, only under the same key", () => {
    store().put(key, value);
    expect(store().find(key)).toEqual(value);
    expect(store().find(["judged", "another digest"])).toBeUndefined();
    expect(store().find(["checked", key[1] ?? ""])).toBeUndefined();
    expect(store("other tools").find(key)).toBeUndefined();
  });

  it("has no records after its folder is deleted", () => {
    const opened = store();
    opened.put(key, value);
    rmSync(folder, { recursive: true });
    expect(opened.find(key)).toBeUndefined();
    opened.put(key, value);
    expect(opened.find(key)).toBeUndefined();
    store().put(key, value);
    expect(store().find(key)).toEqual(value);
  });

  const damages: Readonly<Record<string, (text: string) => string>> = {
    "is empty": () => "",
    "is truncated": (text) => text.slice(0, -1),
    "is truncated in its first line": (text) => text.slice(0, 20),
    "has another rule": (text) => text.replace("SEC-001", "SEC-002"),
    "has another digest": (text) => text.replace(/^./, (first) => (first === "0" ? "1" : "0")),
    "has a longer end": (text) => `${text} `,
    "is not text": () => "\u0000\uFFFD",
    "is foreign JSON": () => JSON.stringify(value),
  };

  it.each(Object.entries(damages))("ignores and replaces a record that %s", (_, edit) => {
    store().put(key, value);
    const path = record();
    const text = readFileSync(path, "utf8");
    expect(edit(text)).not.toBe(text);
    writeFileSync(path, edit(text));
    expect(store().find(key)).toBeUndefined();
    store().put(key, value);
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("ignores a record that was moved to another name", () => {
    store().put(key, value);
    const text = readFileSync(record(), "utf8");
    store().put(["judged", "other"], { findings: [] });
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), text);
    expect(store().find(["judged", "other"])).toBeUndefined();
    expect(store().find(key)).toEqual(value);
  });

  it("continues if a record is unreadable or unwritable", () => {
    store().put(key, value);
    const path = record();
    rmSync(folder, { recursive: true });
    mkdirSync(path, { recursive: true });
    expect(store().find(key)).toBeUndefined();
    store().put(key, value);
    expect(store().find(key)).toBeUndefined();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("returns complete records while another process writes", () => {
    const [one, other] = [store(), store()];
    one.put(key, value);
    // A temporary file of a killed process.
    writeFileSync(`${record()}.1.tmp`, "half");
    other.put(key, value);
    expect(one.find(key)).toEqual(value);
  });

  it("refuses a folder that other users can write to", () => {
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    expect(folderStore(folder, "tools")).toBeUndefined();
    chmodSync(folder, 0o755);
    expect(folderStore(folder, "tools")).toBeDefined();
    writeFileSync(fixture.getPath("file"), "");
    expect(folderStore(fixture.getPath("file"), "tools")).toBeUndefined();
    expect(folderStore(fixture.getPath("file/below"), "tools")).toBeUndefined();
  });

  it.each(Object.entries(secretPlaces))("does not write a record with %s", (_, [object, leak]) => {
    const opened = store();
    opened.put(key, [{ part: { resources: [{ resource: { object } }] } }]);
    opened.put(["judged", "harmless"], [value]);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.join("")).not.toContain(leak);
  });

  it("writes files that only this user can read", () => {
    store().put(key, value);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(record()).mode & 0o077).toBe(0);
  });
});
