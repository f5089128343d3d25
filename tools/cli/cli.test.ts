import { fileURLToPath } from "node:url";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { runAlto } from "./testing/run-alto.ts";
import { sampleEstate } from "./testing/sample-estate.ts";

describe("alto", () => {
  it.for([
    [["--help"], 0],
    [["--version"], 0],
    [["-V"], 0],
    [["list", "--help"], 0],
    [[], 2],
    [["vaildate"], 2],
    [["validate", "--formt", "json"], 2],
    [["validate", "--as-of", "2026-02-30"], 2],
    [["list", "nothing"], 2],
    [["explain", "no-such-code"], 2],
    [["explain", "yaml-syntax"], 0],
    [["list", "systems"], 0],
    [["list", "systems", "--estate", "gone"], 2],
    [["validate", "--environment", "prod"], 2],
    [["validate", "--target", "onprem-madird"], 2],
  ] as const)("%j exits with %i", async ([args, expected]) => {
    await using estate = await createFixture({ ...sampleEstate });
    const { exitCode, output, errors } = await runAlto(estate.path, args);
    expect(exitCode).toBe(expected);
    expect(expected === 0 ? output : errors).not.toBe("");
    expect(errors).not.toContain("    at ");
  });

  it.for([
    ["explain yaml-sintax", "Did you mean yaml-syntax?"],
    ["explain SEC-999", "There is no diagnostic or rule SEC-999."],
    ["list targets --estate gone", "There is no folder gone."],
    ["diff HEAD..HEAD", "HEAD..HEAD is a range of commits"],
    ["validate --since ^HEAD", "^HEAD is a range of commits"],
  ] as const)("%s is refused with a hint", async ([command, message]) => {
    const folder = fileURLToPath(new URL("../../", import.meta.url));
    const { exitCode, errors } = await runAlto(folder, command.split(" "));
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
  });

  it("explains where it searches for an estate", async () => {
    await using empty = await createFixture();
    const { exitCode, errors } = await runAlto(empty.path, ["list", "targets"]);
    expect(exitCode).toBe(2);
    expect(errors).toContain("--estate FOLDER");
  });

  it("shows the page of a rule by its ID and by a former ID", async () => {
    const folder = fileURLToPath(new URL("../../", import.meta.url));
    const pages = ["SEC-002", "sec-003"].map((id) => runAlto(folder, ["explain", id]));
    const [page, earlier] = await Promise.all(pages);
    expect(page?.output).toMatch(/^SEC-002: .*\n[^]*\nWhy\n[^]*\nWhat to do\n[^]*\nFails \(/);
    expect(earlier).toEqual(page);
  });

  it("finds and lists the estate from a folder inside it", async () => {
    await using estate = await createFixture({ ...sampleEstate });
    const { output } = await runAlto(estate.getPath("environments/dev"), ["list", "systems"]);
    expect(output.split("\n").map((line) => line.split(/ {2,}/))).toMatchObject([
      ["ENVIRONMENT", "SYSTEM", "APPLICATION", "MASTER", "WORKERS", "PATTERNS"],
      ["dev", "shop", "shop", "onprem-madrid"],
      [""],
    ]);
  });
});
