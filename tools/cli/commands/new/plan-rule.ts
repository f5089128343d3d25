import type { PlannedFile } from "./planned-file.ts";

export interface NewRule {
  /** Folder name of the family: `security`, `lock_in`, `topology` or `meta`. */
  readonly family: string;
  /** Folder name of the rule, such as `host_path`. */
  readonly name: string;
  readonly id: string;
}

/** The files of a new rule about containers, which passes its own tests and examples as it stands. */
export function planRule(rule: NewRule): PlannedFile[] {
  const folder = `policies/rules/${rule.family}/${rule.name}`;
  return Object.entries({
    "rule.rego": regoText(rule),
    "rule_test.rego": testText(rule),
    "README.md": `# ${titleOf(rule)}\n\nSay what goes wrong when somebody does this, and why anybody should care.\n`,
    "examples/fail.found.yaml": exampleText("/ # finding"),
    "examples/pass.other.yaml": exampleText("/work"),
  }).map(([name, text]) => ({ path: `${folder}/${name}`, text }));
}

function titleOf({ name }: NewRule): string {
  const words = name.replaceAll("_", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function regoText(rule: NewRule): string {
  return `# METADATA
# title: ${titleOf(rule)}
# description: What must hold, in one sentence.
# custom:
#   id: ${rule.id}
#   aliases: []
#   family: ${rule.family.replace("_", "-")}
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads]}
#   remediation: What to change, in one sentence.
#   since: 0.1.0
package altostrata.rules.${rule.family}.${rule.name}

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	container.spec.workingDir == "/"
	path := workloads.inside(container, ["workingDir"])
	message := $"{workloads.title(container)} works in the root of its file system"
}
`;
}

function testText({ family, name }: NewRule): string {
  return `package altostrata.rules.${family}.${name}_test

import data.altostrata.lib.testing
import data.altostrata.rules.${family}.${name} as rule

test_only_the_root_is_found if {
	count(rule.findings) == 1 with input as testing.with_container({"workingDir": "/"})
	count(rule.findings) == 0 with input as testing.with_container({"workingDir": "/work"})
	rule.considered == 1 with input as testing.with_container({})
}
`;
}

function exampleText(folder: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: registry.example.com/shop/web:1.4.2
      workingDir: ${folder}
`;
}
