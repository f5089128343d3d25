import { describe, expect, it } from "vitest";
import type { DesiredState } from "../../../model/estate/desired-state.ts";
import { conditionalLines } from "./conditional-lines.ts";
import { portableFiles } from "./portable-files.ts";

function template(text: string, more: object = {}) {
  const path = "artefacts/platform/templates/system/one.yaml.hbs";
  return { path, layer: "platform", owner: "", vendored: false, text, ...more };
}

function described(templates: readonly object[], applications: readonly object[] = []) {
  const provider = (name: string, distribution: string, keys: readonly string[]) => ({
    name,
    value: { distribution, lockIn: [{ found: { keys } }] },
  });
  return portableFiles({
    providers: [
      provider("aws", "eks", ["eks.amazonaws.com/role-arn", "route53"]),
      provider("onprem", "kubernetes", ["metallb.io/"]),
    ],
    applications,
    templates,
  } as unknown as DesiredState);
}

function wordsIn(text: string): string[] {
  return described([template(text)]).flatMap(({ words }) =>
    words.map(({ word, line }) => `${word}:${line}`),
  );
}

describe("portableFiles", () => {
  it("finds names, distributions and domains of providers with their lines", () => {
    expect(wordsIn('a: 1\n{{#if (eq provider.name "AWS")}}\nb: eks\n{{/if}}\n')).toEqual([
      "aws:2",
      "eks:3",
    ]);
    expect(wordsIn("eks.amazonaws.com/role-arn: x\nmetallb.io/pool: y\n")).toEqual([
      "eks.amazonaws.com/role-arn:1",
      "metallb.io:2",
    ]);
  });

  it.each([
    "# made for aws",
    "{{!-- aws --}}",
    "laws: 1",
    "aws-cli: 1",
    "kubernetes: 1",
    "route53: 1",
  ])("does not attribute %s to a provider", (line) => {
    expect(wordsIn(line)).toEqual([]);
  });

  it("reads applications without their descriptions", () => {
    const value = { title: "runs on aws", parameters: { class: { default: "onprem" }, eks: {} } };
    const file = "artefacts/applications/shop/application.yaml";
    const [application] = described([], [{ name: "shop", file, value }]);
    expect(application?.words.map(({ word }) => word)).toEqual(["onprem", "eks"]);
    expect(application).not.toHaveProperty("lines");
  });

  it("leaves out files of providers and vendored files", () => {
    const foreign = [{ layer: "provider", owner: "aws" }, { vendored: true }];
    expect(described(foreign.map((more) => template("a: aws\n", more)))).toEqual([]);
  });
});

describe("conditionalLines", () => {
  it.each([
    [0, ["a: 1", "{{#if component.metrics}}", "b: 2", "{{/if}}"]],
    [1, ["{{#if (eq provider.name x)}}", "a: 1", "{{/if}}", "b: 2"]],
    [2, ["{{#unless provider.capabilities.dns}}", "a: 1", "{{else}}", "b: 2", "{{/unless}}"]],
    [1, ["{{#if a}}", "a: 1", "{{else if @root.provider.b}}", "b: 2", "{{/if}}", "c: 3"]],
    [2, ["{{#each provider.zones}}", "{{#if x}}", "a: 1", "{{/if}}", "b: 2", "{{/each}}", "c: 3"]],
    [1, ["a: {{#if target.provider}}1{{/if}}", "b: 2"]],
    [0, ["{{#if providers}}", "a: 1", "{{/if}}", "provider: 1"]],
    [0, ["{{#with provider.capabilities}}", "a: 1", "{{/with}}"]],
  ])("counts %i in %j", (count, lines) => {
    expect(conditionalLines(lines)).toBe(count);
  });
});
