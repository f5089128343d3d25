import { describe, expect, it } from "vitest";
import { showProgress } from "./progress.ts";

function watch(isTTY: boolean, environment: Readonly<Record<string, string>> = {}) {
  const written: string[] = [];
  let time = 0;
  const progress = showProgress({
    stream: { isTTY, write: (text) => written.push(text) },
    now: () => time,
    environment,
  });
  return {
    written,
    ...progress,
    at: (milliseconds: number) => {
      time = milliseconds;
    },
  };
}

describe("showProgress", () => {
  it("waits a second, shows progress, and clears the line", () => {
    const { written, at, onProgress, clear } = watch(true);
    onProgress("render", 0, 20);
    at(999);
    onProgress("render", 3, 20);
    expect(written).toEqual([]);
    at(1000);
    onProgress("manifests", 4, 20);
    at(1050);
    onProgress("manifests", 5, 20);
    at(1100);
    onProgress("load", 0, 1);
    clear();
    clear();
    expect(written).toEqual([
      "\r\u001B[Kchecking manifests 5 of 20",
      "\r\u001B[Kreading files",
      "\r\u001B[K",
    ]);
  });

  it.each([
    [false, {}],
    [true, { TERM: "dumb" }],
    [true, { CI: "true" }],
  ])("writes nothing on an incapable output: terminal %s, %j", (isTTY, environment) => {
    const { written, at, onProgress, clear } = watch(isTTY, environment);
    at(5000);
    onProgress("policy", 1, 2);
    clear();
    expect(written).toEqual([]);
  });
});
