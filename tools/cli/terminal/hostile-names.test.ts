import { createFixture } from "fs-fixture";
import { expect, it } from "vitest";
import { runAlto } from "../testing/run-alto.ts";
import { sampleEstate } from "../testing/sample-estate.ts";

/** Colours, a window title, cursor movement, 8-bit controls, reordering, and a line break. */
const hostile = "d\u001B[31mv\u001B]0;pwn\u0007\u001B[1A\u009B2J\u202Ex\r\n::error::forged";

/** Everything that a terminal or a job log could interpret. */
const unsafe = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]|^::/mu;

function hostileEstate(): Record<string, string> {
  const renamed = Object.entries(sampleEstate).map(([path, text]) => [
    path.replace("environments/dev/", `environments/${hostile}/`),
    text,
  ]);
  return {
    ...sampleEstate,
    ...Object.fromEntries(renamed),
    [`clouds/onprem/targets/${hostile}.yaml`]:
      sampleEstate["clouds/onprem/targets/onprem-madrid.yaml"] ?? "",
    [`environments/dev/${hostile}.yaml`]: "a: 1\n",
    [`rendered/${hostile}.yaml`]: `kind: "${hostile.replaceAll(/[^ -~]/g, "")}\u0085"\n`,
  };
}

const waiver = ["--reason", hostile, "--owner", hostile, "--ticket", hostile];

it.each([
  [["validate"]],
  [["validate", "--environment", "nope"]],
  [["validate", "--target", "nope"]],
  [["validate", "--environment", hostile]],
  [["validate", "--target", hostile, "--format", "github"]],
  [["validate", "--estate", hostile]],
  [["validate", "--format", hostile]],
  [["validate", "--output", hostile]],
  [["validate", "--output", `json=none/${hostile}/\0x`.replace("\0", "")]],
  [["validate", "--as-of", hostile]],
  [["validate", "--since", hostile]],
  [["check", "rendered", "--target", "nope"]],
  [["check", "rendered", "--target", "onprem-madrid"]],
  [["check", hostile, "--target", "onprem-madrid"]],
  [["check", "rendered", "--target", "onprem-madrid", "--environment", hostile]],
  [["diff", hostile]],
  [["render", "--environment", hostile, "--out", hostile]],
  [["why", hostile, hostile, hostile]],
  [["why", `${hostile}/${hostile}`, hostile, hostile]],
  [["list", "environments"]],
  [["list", "targets"]],
  [["list", "systems"]],
  [["list", "manifests"]],
  [["list", hostile]],
  [["lock-in"]],
  [["lock-in", "--environment", hostile]],
  [["explain", hostile]],
  [["new", "environment", hostile]],
  [["new", "environment", "fresh", "--like", hostile]],
  [["new", "target", "fresh", "--like", hostile]],
  [["new", "rule", hostile]],
  [["fix", hostile]],
  [["fix"]],
  [["waive", hostile, ...waiver]],
  [["images", "resolve", "--estate", hostile]],
  [[hostile]],
  [[`--${hostile}`]],
  [["validate", hostile]],
])("%j prints no control character and no forged line", async ([...args]) => {
  await using estate = await createFixture(hostileEstate());
  const { exitCode, output, errors } = await runAlto(estate.path, args);
  expect(output + errors).not.toBe("");
  expect(unsafe.exec(output + errors)).toBeNull();
  expect(errors).not.toContain("Internal error");
  expect([0, 1, 2]).toContain(exitCode);
});
