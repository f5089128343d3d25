import { existsSync, readFileSync } from "node:fs";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { estateWithRules } from "../../testing/estate-with-rules.ts";
import { runAlto } from "../../testing/run-alto.ts";

const file = "environments/dev/waivers.yaml";
const why = ["--reason", "Moves next quarter", "--owner", "@example/shop", "--ticket", "SHOP-1"];
const asOf = ["--as-of", "2026-11-24"];

/** The fingerprints of a rule's findings, shortened as in the text report. */
async function shownIds(folder: string, rule: string): Promise<string[]> {
  const { output } = await runAlto(folder, ["validate", ...asOf]);
  const paragraphs = output.split("\n\n").filter((text) => text.includes(`  ${rule} (`));
  return paragraphs.flatMap((text) => /id: ([0-9a-f]{12})/.exec(text)?.[1] ?? []);
}

describe("alto waive", () => {
  it("waives the shown finding once, as narrowly as it is found", { timeout: 60_000 }, async () => {
    await using estate = await createFixture(estateWithRules());
    const [id = ""] = await shownIds(estate.path, "SEC-005");
    const command = ["waive", id.slice(0, 8), ...why, ...asOf, "--days", "30"];
    const first = await runAlto(estate.path, command);
    expect(first).toMatchObject({ exitCode: 0, errors: "" });
    expect(first.output).toBe(
      `${file}: SEC-005 on Deployment/shop/web is waived until 2026-12-24\n`,
    );
    const text = readFileSync(estate.getPath(file), "utf8");
    expect(text).toContain(`waivers:
  - rule: SEC-005
    target: onprem-madrid
    object: Deployment/shop/web
    path: spec.template.spec.containers.web.securityContext.allowPrivilegeEscalation
    reason: Moves next quarter
    owner: "@example/shop"
    ticket: SHOP-1
    created: "2026-11-24"
    expires: "2026-12-24"
`);
    const second = await runAlto(estate.path, command);
    expect(second).toMatchObject({ exitCode: 2, output: "" });
    expect(second.errors).toContain(`is already waived by ${file}:5 until 2026-12-24`);
    expect(readFileSync(estate.getPath(file), "utf8")).toBe(text);
    const later = ["--as-of", "2027-01-05"];
    const renewed = await runAlto(estate.path, ["waive", id, ...why, ...later]);
    expect(renewed).toMatchObject({ exitCode: 0 });
    expect(readFileSync(estate.getPath(file), "utf8").match(/rule: SEC-005/g)).toHaveLength(1);
  });

  it("waives a critical finding only with another approver", { timeout: 60_000 }, async () => {
    await using estate = await createFixture(estateWithRules());
    const [id = ""] = await shownIds(estate.path, "SEC-001");
    const tries = [[], ["--approved-by", "@example/shop"], ["--approved-by", "@example/security"]];
    const outcomes = [];
    for (const more of tries)
      outcomes.push(await runAlto(estate.path, ["waive", id, ...why, ...more, ...asOf]));
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([2, 2, 0]);
    for (const { errors } of outcomes.slice(0, 2))
      expect(errors).toContain(
        "needs `approvedBy` with someone other than its owner @example/shop.",
      );
    expect(await shownIds(estate.path, "SEC-001")).toEqual([]);
  });

  it("waives several findings, also without an object", { timeout: 60_000 }, async () => {
    await using estate = await createFixture(estateWithRules());
    const ids = [
      ...(await shownIds(estate.path, "LCK-090")),
      ...(await shownIds(estate.path, "SEC-080")),
    ];
    expect(ids).toHaveLength(3);
    const { exitCode } = await runAlto(estate.path, ["waive", ...ids, ...why, ...asOf]);
    expect(exitCode).toBe(0);
    expect(await shownIds(estate.path, "LCK-090")).toEqual([]);
    expect(await shownIds(estate.path, "SEC-080")).toEqual([]);
  });

  it("refuses an invalid or useless waiver, and writes nothing", { timeout: 60_000 }, async () => {
    await using estate = await createFixture(estateWithRules());
    const [id = ""] = await shownIds(estate.path, "SEC-005");
    const wrong = `${id.slice(0, 11)}${id.endsWith("0") ? "1" : "0"}`;
    const refusals: [string[], string][] = [
      [[wrong, ...why], `Did you mean ${id}`],
      [["ffffffff0000", ...why], "It may be fixed already"],
      [["xyz", ...why], "Use at least the first 8 of its 16 hexadecimal digits"],
      [[id, ...why, "--days", "0"], "a whole number of days from 1 to 9999"],
      [[id, ...why, "--days", "181"], "lasts 181 days; at most 180 are allowed"],
      [[id, "--reason", "later", ...why.slice(2)], "`waivers.0.reason` is too short"],
      [[id, ...why.slice(0, 2), "--owner", "me", ...why.slice(4)], "The entry would be refused"],
    ];
    for (const [args, message] of refusals) {
      const { exitCode, errors } = await runAlto(estate.path, ["waive", ...args, ...asOf]);
      expect({ args, exitCode }).toEqual({ args, exitCode: 2 });
      expect(errors).toContain(message);
    }
    await estate.writeFile(file, "kind: Waivers\nwaivers: []\n");
    const { errors } = await runAlto(estate.path, ["waive", id, ...why, ...asOf]);
    expect(errors).toContain(`${file}: an entry is invalid`);
    expect(readFileSync(estate.getPath(file), "utf8")).toBe("kind: Waivers\nwaivers: []\n");
    expect(existsSync(estate.getPath(`${file}.tmp`))).toBe(false);
  });
});
