import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { zipOf, type ZippedFile } from "./write-zip.ts";

const script = fileURLToPath(new URL("../../.github/scripts/fetch-report.sh", import.meta.url));

/** Stands in for GitHub's command line: knows one artifact, whose archive and stated size the test gives. */
const gh = `#!/usr/bin/env bash
case $2 in
  */artifacts\\?name=report) [ -z "$STATED" ] || echo "7 $STATED" ;;
  */artifacts/7/zip) cat "$ARCHIVE" ;;
  *) exit 1 ;;
esac
`;

interface Case {
  readonly files?: readonly ZippedFile[];
  readonly stated?: string;
  readonly run?: string;
}

const file = (name: string, text: string): ZippedFile => ({ name, content: Buffer.from(text) });

async function fetchReport({ files = [], stated = "100", run = "12" }: Case) {
  await using folder = await createFixture({ "bin/gh": gh });
  await folder.writeFile("archive.zip", zipOf(files));
  chmodSync(folder.getPath("bin/gh"), 0o755);
  const { status, stderr } = spawnSync(script, [run, "below/out"], {
    cwd: folder.path,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: folder.getPath("bin") + delimiter + process.env["PATH"],
      GITHUB_REPOSITORY: "owner/estate",
      ARCHIVE: folder.getPath("archive.zip"),
      STATED: stated,
    },
  });
  const report = status === 0 ? readFileSync(folder.getPath("below/out/report.json")) : undefined;
  const written = readdirSync(folder.path, { recursive: true }).map(String).sort();
  return { status, stderr, report, written };
}

describe("fetch-report.sh", () => {
  it("takes the report and nothing else", async () => {
    const { report, written } = await fetchReport({
      files: [file("../escaped.txt", "x"), file("report.json", "{}"), file("comment.ts", "x")],
    });
    expect(report?.toString()).toBe("{}");
    expect(written).toEqual([
      "archive.zip",
      "below",
      "below/out",
      "below/out/report.json",
      "bin",
      "bin/gh",
    ]);
  });

  it("stops unpacking where the reader refuses the size anyway", async () => {
    const content = Buffer.alloc(100 * 1024 * 1024);
    const { report } = await fetchReport({ files: [{ name: "report.json", content }] });
    expect(report?.length).toBe(20 * 1024 * 1024 + 1);
  });

  it("reads a link as the text it holds", async () => {
    const { report } = await fetchReport({
      files: [{ ...file("report.json", "/etc/passwd"), mode: 0o120777 }],
    });
    expect(report?.toString()).toBe("/etc/passwd");
  });

  it.each<[string, Case, string]>([
    ["no artifact", { stated: "" }, "has no report"],
    ["too large an archive", { stated: "99999999" }, "more than"],
    ["another answer than a number", { stated: "x[$(touch y)]" }, "unknown way"],
    ["an archive without a report", { files: [file("other.json", "{}")] }, "no report.json"],
    ["a run that is no number", { run: "../1" }, "no workflow run"],
  ])("refuses %s", async (_, given, message) => {
    const { status, stderr, written } = await fetchReport(given);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
    expect(written).not.toContain("y");
  });
});
