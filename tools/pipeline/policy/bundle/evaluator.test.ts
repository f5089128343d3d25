import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../../load/folder-on-disk.ts";
import { evaluator, pagesFor } from "./evaluator.ts";
import { loadBundle } from "./load-bundle.ts";
import { endlessStart, withEndlessExport } from "../testing/endless-wasm.ts";
import { policiesFolder, sampleEstate, sampleManifest } from "../testing/sample-policy.ts";
import { parametersFor } from "./resolve-settings.ts";
import { vocabularyOf } from "../input/facts/vocabulary.ts";
import { targetInput } from "../input/target-input.ts";

const { rules, evaluate } = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));

function inputWith(name: string, value: unknown): string {
  const container = {
    name,
    image: "registry.example.com/web:1.0.0",
    securityContext: { privileged: true },
  };
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web", namespace: "shop", annotations: { note: value } },
    spec: { containers: [container] },
  };
  const { desiredState, targets } = sampleEstate([sampleManifest(pod)]);
  return targetInput(targets[0]!, {
    desiredState,
    asOf: "2026-11-24",
    vocabulary: vocabularyOf(desiredState),
    parameters: parametersFor([], rules, { tier: "production" }),
  })!.json;
}

function privileged(json: string): string[] {
  return evaluate({ json, scope: "target" })
    .findings.filter(({ rule }) => rule === "SEC-001")
    .map(({ message }) => message);
}

describe("evaluator", () => {
  it.each([
    'quo"te',
    "back\\slash",
    "line\nbreak",
    "nul\u0000",
    "\ud800 alone",
    "\u2028",
    "{{x}}",
    "ключ 🔑",
    "%s %d %",
  ])("keeps %j intact", (name) => {
    expect(privileged(inputWith(name, name))).toEqual([
      `container ${name.toWellFormed()} is privileged: an attacker who breaks into it owns the node`,
    ]);
  });

  it("takes a scalar of a megabyte", () => {
    expect(privileged(inputWith("web", "x".repeat(2 ** 20)))).toHaveLength(1);
  });

  it("reserves memory by the size of the input, within the limits of a module", () => {
    expect(pagesFor(0)).toBe(1024);
    expect(pagesFor(2 ** 20)).toBe(1280);
    expect(pagesFor(2 ** 22)).toBe(5120);
    expect(pagesFor(2 ** 30)).toBe(16384);
  });

  it("returns the same result after it reserved more memory for a large input", () => {
    const before = privileged(inputWith("web", "small"));
    expect(privileged(inputWith("web", "x".repeat(2 ** 21)))).toEqual(before);
    expect(privileged(inputWith("web", "small"))).toEqual(before);
  });

  it("refuses too deep input and evaluates the next one", () => {
    let nested: unknown = "bottom";
    for (let depth = 0; depth < 1000; depth += 1) nested = [nested];
    const { failures } = evaluate({ json: inputWith("web", nested), scope: "target" });
    expect(failures.map(({ rule }) => rule)).toContain("SEC-001");
    expect(privileged(inputWith("web", "ordinary"))).toHaveLength(1);
  });

  it("evaluates input of the maximum depth", () => {
    let nested: unknown = "bottom";
    for (let depth = 0; depth < 380; depth += 1) nested = [nested];
    expect(privileged(inputWith("web", nested))).toHaveLength(1);
  });

  it.each(["", "{", "null", "[]", '{"scope":"target"}'])(
    "reports failures for the input %j",
    (json) => {
      expect(evaluate({ json, scope: "target" }).failures).not.toEqual([]);
    },
  );

  it("reports a rule that is listed but not compiled", async () => {
    const wasm = await readFile(join(policiesFolder, "bundle/policy.wasm"));
    const listed = [...rules, { ...rules[0]!, id: "SEC-999" }];
    const { failures } = evaluator(
      wasm,
      listed,
    )({ json: inputWith("web", "x"), scope: rules[0]!.scope });
    expect(failures.map(({ rule }) => rule)).toContain("SEC-999");
  });

  it("stops a module with an endless start function", () => {
    expect(() => evaluator(endlessStart, rules, { loading: 0.2, evaluating: 1 })).toThrow(
      "policy.wasm did not finish within 0.2 seconds",
    );
  });

  it.each(["eval", "opa_json_dump"])("stops an endless loop in %s", async (name) => {
    const wasm = await readFile(join(policiesFolder, "bundle/policy.wasm"));
    const request = { json: inputWith("web", "x"), scope: "target" } as const;
    const endless = withEndlessExport(wasm, name);
    expect(() => evaluator(endless, rules, { loading: 1, evaluating: 1 })(request)).toThrow(
      "did not finish within 1 seconds",
    );
  });

  it("evaluates a module with an endless loop only in an unused function", async () => {
    const wasm = await readFile(join(policiesFolder, "bundle/policy.wasm"));
    const copied = withEndlessExport(wasm, "opa_value_remove_path");
    const request = { json: inputWith("web", "x"), scope: "target" } as const;
    expect(evaluator(copied, rules)(request)).toEqual(evaluate(request));
  });
});
