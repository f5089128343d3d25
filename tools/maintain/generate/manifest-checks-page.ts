import type { SchemaFile } from "../../pipeline/model/estate/estate-files.ts";
import { podReferences, references } from "../../pipeline/manifests/across/reference-table.ts";
import { codeChecks } from "../../pipeline/manifests/core/check-code.ts";
import { compileRule } from "../../pipeline/manifests/rules/compile-rule.ts";
import type { RawSchema, Rule } from "../../pipeline/manifests/schema/schema-node.ts";

const introduction = `# What is checked of a manifest, and what is not

\`alto validate\` and \`alto check\` say of each manifest what the API server of its target would refuse: of the target's own
version of Kubernetes, of the next one too while an upgrade is planned (\`kubernetes.next\`), and with the add-ons that the target
has, in its versions. No server is asked. The descriptions in \`artefacts/kubernetes\` and \`artefacts/addons\` were written by real
servers, and the verdicts are compared with those of real servers (\`npm run test:servers\`, \`test/servers/corpus\`).

This page is generated from the code: \`npm run generate\`.

## Covered

| class | what |
|---|---|
| schema | kinds and versions that the target serves, removed and deprecated ones with their replacement, add-ons that are missing; unknown and missing fields, types, quantities, int-or-string, allowed words, patterns, formats, bounds, combinations (\`oneOf\` and its like), elements given twice in keyed lists and sets |
| identity | names by the rules of each kind, namespaces, labels, annotations and their size, finalizers, owners |
| code | what servers check in code, for the kinds below |
| cel | rules in the definitions of add-ons (\`x-kubernetes-validations\`), evaluated after defaults are filled in |
| across | duplicates, selectors that match nothing, references and keys that are not there, ports that nobody has, embedded TOML, JSON and YAML that does not parse |

Checks across objects go beyond what a server refuses: it accepts a Service that reaches nobody. They apply to all manifests of
one environment on one target; \`alto check FILE\` leaves them out, unless \`--whole\` says that the files are all that runs.

`;

const notCovered = `## Not covered

| class | why |
|---|---|
| admission webhooks of add-ons | they are programs; what cert-manager, CloudNativePG or KEDA refuse beyond their schema and rules shows when they run |
| a provider's own admission | GKE Autopilot, Azure Policy and their like change with the provider |
| Pod Security admission | the rules of \`policies\` judge pods by it and more |
| quotas and limits at run time | they depend on what else runs |
| changes that are forbidden | immutable fields and rules with \`oldSelf\` compare with the object that is there, which is not known here |
| values that defaults make invalid | defaults of built-in kinds are known only where a check needs them |
| counts of custom resources that can be scaled | the server wants them not to be negative where a definition has a scale subresource, which the descriptions leave out |
| failure and success policies of Jobs | many rules for what hardly anybody writes |
| authorisation | whether the deployer may create the object |
| device claims, storage parameters | rare; the server says it when they are applied |
| custom resources of add-ons that have no description | \`manifest-schema-missing\` or \`manifest-kind-unknown\` names them: nothing is passed over in silence |
| kinds of Kubernetes without code checks | their schema is checked, what servers check in code of them is not |
`;

/** The reference page of all checks on manifests, as Markdown. */
export function manifestChecksPage(addons: readonly SchemaFile[]): string {
  return [introduction, codeSection(), referenceSection(), ruleSection(addons), notCovered].join(
    "",
  );
}

function codeSection(): string {
  const kinds = [...codeChecks.keys()].map(readable).sort();
  return `### Kinds with checks in code\n\n${kinds.map((kind) => `\`${kind}\``).join(", ")}.\n\n`;
}

function referenceSection(): string {
  const rows = Object.entries({ "every pod": podReferences, ...references })
    .filter(([, list]) => list.length > 0)
    .map(([from, list]) => {
      const targets = [...new Set(list.map(({ to }) => readable(to)))].sort();
      return `| ${readable(from)} | ${targets.join(", ")} |`;
    });
  return `### References that are looked up

Beside these: scale targets and trigger authentications, issuers, secret stores, roles and service accounts of bindings, gateways
with their listeners, backends with their ports, files mounted by \`subPath\`. Secrets count as there when an ExternalSecret, a
Certificate, an Issuer or a database makes them.

| in | to |
|---|---|
${rows.join("\n")}

`;
}

function readable(type: string): string {
  const [group, kind] = type.split("/");
  if (kind === undefined) return type;
  return group === "" || group === undefined ? kind : `${kind}.${group}`;
}

function ruleSection(addons: readonly SchemaFile[]): string {
  const rows: string[] = [];
  const open: string[] = [];
  for (const { name, text } of [...addons].sort((one, two) => (one.name < two.name ? -1 : 1))) {
    const rules = rulesIn(JSON.parse(text) as object);
    const states = rules.map((rule) => ({ rule, ...compileRule(rule) }));
    const count = (state: string): number => states.filter((one) => one.state === state).length;
    rows.push(
      `| ${name} | ${count("ready")} | ${count("about-changes")} | ${count("not-covered")} |`,
    );
    for (const one of states) {
      if (one.state === "not-covered") open.push(`- ${name}: \`${one.rule}\` (${one.why})`);
    }
  }
  const list = open.length === 0 ? "Every other rule is evaluated." : open.join("\n");
  return `### Rules in the definitions of add-ons

Rules counted once by their text. Those about changes compare with an earlier state and are skipped.

| add-on | evaluated | about changes | beyond our evaluator |
|---|---|---|---|
${rows.join("\n")}

${list}

`;
}

function rulesIn(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (schema: unknown): void => {
    if (typeof schema !== "object" || schema === null) return;
    const rules = (schema as RawSchema)["x-kubernetes-validations"];
    if (Array.isArray(rules)) for (const { rule } of rules as readonly Rule[]) found.add(rule);
    for (const child of Object.values(schema)) visit(child);
  };
  visit(value);
  return [...found].sort();
}
