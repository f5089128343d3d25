import type { SchemaFile } from "../../pipeline/model/estate/estate-files.ts";
import { podReferences, references } from "../../pipeline/manifests/across/reference-table.ts";
import { codeChecks } from "../../pipeline/manifests/core/check-code.ts";
import { compileRule } from "../../pipeline/manifests/rules/compile-rule.ts";
import type { RawSchema, Rule } from "../../pipeline/manifests/schema/schema-node.ts";

const introduction = `# Checks of manifests

\`alto validate\` and \`alto check\` report what the API server of a manifest's target would refuse: with the target's Kubernetes
version, with the next one if an upgrade is planned (\`kubernetes.next\`), and with the target's add-ons in their versions. They work
offline. Real servers wrote the descriptions in \`artefacts/kubernetes\` and \`artefacts/addons\`, and tests compare the verdicts with
those of real servers (\`npm run test:servers\`, \`test/servers/corpus\`).

\`npm run generate\` writes this page from the code.

## Covered

| class | what |
|---|---|
| schema | kinds and versions that the target serves, removed and deprecated ones with their replacement, missing add-ons; unknown and missing fields, types, quantities, int-or-string, enums, patterns, formats, bounds, combinations (such as \`oneOf\`), duplicate elements in keyed lists and sets |
| identity | names, by the rules of each kind, namespaces, labels, annotations and their size, finalizers, owners |
| code | checks that servers implement in code, for the kinds below |
| cel | rules in the definitions of add-ons (\`x-kubernetes-validations\`), evaluated after defaults are filled in |
| across | duplicates, selectors that match nothing, missing references, keys and ports, invalid embedded TOML, JSON and YAML |

Checks across objects go beyond a server, which accepts a Service without matching pods. They apply to all manifests of one environment
on one target. \`alto check FILE\` skips them, unless \`--whole\` declares that the files are complete.

`;

const notCovered = `## Not covered

| class | why |
|---|---|
| admission webhooks of add-ons | they are programs: what cert-manager, CloudNativePG or KEDA refuse beyond schema and rules shows only at run time |
| a provider's own admission | GKE Autopilot, Azure Policy and similar change with the provider |
| Pod Security admission | the rules in \`policies\` cover it and more |
| quotas and limits at run time | they depend on the other workloads |
| forbidden changes | immutable fields and rules with \`oldSelf\` compare with the existing object, which is unknown here |
| values that defaults make invalid | defaults of built-in kinds are known only if a check needs them |
| negative counts of scalable custom resources | the server refuses them for definitions with a scale subresource, which the descriptions omit |
| failure and success policies of Jobs | many rules for rarely used fields |
| authorisation | whether the deployer may create the object |
| device claims, storage parameters | rare; the server refuses them when they are applied |
| custom resources of add-ons without a description | \`manifest-schema-missing\` or \`manifest-kind-unknown\` reports them, so none is skipped silently |
| Kubernetes kinds without code checks | only their schema is checked |
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
  return `### Resolved references

Also resolved: scale targets and trigger authentications, issuers, secret stores, roles and service accounts of bindings, gateways with
their listeners, backends with their ports, and files mounted by \`subPath\`. A Secret exists if an ExternalSecret, a Certificate, an
Issuer or a database creates it.

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

Each rule text counts once. Rules about changes compare with an earlier state and are skipped.

| add-on | evaluated | about changes | not supported |
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
