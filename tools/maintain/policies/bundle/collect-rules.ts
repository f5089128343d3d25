import { Check, Errors } from "typebox/schema";
import {
  RuleMetadataSchema,
  type RuleMetadata,
} from "../../../pipeline/policy/bundle/rule-metadata.ts";

interface Inspection {
  readonly annotations?: readonly {
    readonly annotations: {
      readonly scope: string;
      readonly title?: string;
      readonly description?: string;
      readonly custom?: Readonly<Record<string, unknown>>;
    };
    readonly location: { readonly file: string; readonly row: number };
  }[];
}

/**
 * The metadata of all rules, sorted by ID, from the output of `opa inspect`. Throws for incomplete metadata and
 * duplicate IDs.
 */
export function collectRules(inspection: Inspection, ruleFiles: readonly string[]): RuleMetadata[] {
  const rules = (inspection.annotations ?? []).flatMap(({ annotations, location }) => {
    if (annotations.scope !== "package" || !location.file.endsWith("/rule.rego")) return [];
    const { title, description, custom = {} } = annotations;
    const rationale = custom["rationale"];
    if (typeof rationale !== "string")
      throw new Error(`${location.file}: metadata without rationale`);
    const folder = location.file.replace(/^rules\//, "").replace(/\/rule\.rego$/, "");
    return [
      checked(
        {
          ...custom,
          title,
          description: description?.trim(),
          rationale: rationale.trim(),
          folder,
          line: 1,
        },
        location.file,
      ),
    ];
  });
  const described = new Set(rules.map((rule) => `rules/${rule.folder}/rule.rego`));
  const silent = ruleFiles.filter((file) => file.endsWith("/rule.rego") && !described.has(file));
  if (silent.length > 0) throw new Error(`without metadata: ${silent.join(", ")}`);
  refuseTakenIds(rules);
  return rules.sort((left, right) => (left.id < right.id ? -1 : 1));
}

function checked(metadata: unknown, file: string): RuleMetadata {
  if (!Check(RuleMetadataSchema, metadata)) {
    const [, [error]] = Errors(RuleMetadataSchema, metadata);
    throw new Error(`${file}: metadata ${error?.instancePath ?? ""} ${error?.message ?? ""}`);
  }
  const rule: RuleMetadata = metadata;
  if (rule.folder.split("/")[0] !== rule.family.replace("-", "_"))
    throw new Error(`${file}: family ${rule.family} in a folder of another`);
  if (rule.family !== "lock-in" && !rule.covers)
    throw new Error(`${file}: metadata without covers (threats and families of kinds)`);
  const withoutDefault = Object.entries(rule.parameters ?? {}).filter(
    ([, schema]) => !Check(schema, schema["default"]),
  );
  if (withoutDefault.length > 0)
    throw new Error(
      `${file}: the default of parameter ${withoutDefault[0]?.[0]} does not fit its schema`,
    );
  return rule;
}

function refuseTakenIds(rules: readonly RuleMetadata[]): void {
  const seen = new Map<string, string>();
  for (const { id, aliases, folder } of rules) {
    for (const name of [id, ...aliases]) {
      const other = seen.get(name);
      if (other !== undefined) throw new Error(`${name} is claimed by ${other} and ${folder}`);
      seen.set(name, folder);
    }
  }
}
