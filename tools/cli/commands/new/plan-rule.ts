import type { PlannedFile } from "./planned-file.ts";

export interface NewRule {
  /** Folder name of the family: `security`, `lock_in`, `topology` or `meta`. */
  readonly family: string;
  /** Folder name of the rule, such as `host_path`. */
  readonly name: string;
  readonly id: string;
}

/** The files of a new rule about containers. It passes its own examples unchanged. */
export function planRule(rule: NewRule): PlannedFile[] {
  const folder = `policies/rules/${rule.family}/${rule.name}`;
  return Object.entries({
    "rule.rego": regoText(rule),
    "examples.yaml": [
      exampleText({ name: "other folder", expect: "pass", folder: "/work" }),
      exampleText({ name: "root folder", expect: "fail", folder: "/ # finding" }),
    ].join("---\n"),
  }).map(([name, text]) => ({ path: `${folder}/${name}`, text }));
}

function titleOf({ name }: NewRule): string {
  const words = name.replaceAll("_", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function regoText(rule: NewRule): string {
  return `# METADATA
# title: ${titleOf(rule)}
# description: State the requirement in one sentence.
# custom:
#   id: ${rule.id}
#   aliases: []
#   family: ${rule.family.replace("_", "-")}
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads]}
#   rationale: |
#     Describe the harm in two or three sentences. Markdown works here.
#   remediation: State the fix in one sentence.
#   since: 0.1.0
package altostrata.rules.${rule.family}.${rule.name}

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	container.spec.workingDir == "/"
	path := workloads.inside(container, ["workingDir"])
	message := $"{workloads.title(container)} has the root folder as its working directory"
}
`;
}

interface NewExample {
  readonly name: string;
  readonly expect: "pass" | "fail";
  readonly folder: string;
}

function exampleText({ name, expect, folder }: NewExample): string {
  return `kind: Example
name: ${name}
expect: ${expect}
considered: 1
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: registry.example.com/shop/web:1.4.2
      workingDir: ${folder}
`;
}
