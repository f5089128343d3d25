import { fileDefinitions, reportDefinition } from "./definitions.ts";
import { json, part, type GeneratedFolder } from "./generated-folder.ts";

const $schema = "https://json-schema.org/draft/2020-12/schema";

/** The JSON Schemas for editors and runs. Write them before importing modules that read them. */
export function generatedSchemas(): readonly GeneratedFolder[] {
  return [
    { folder: "docs/reference/schemas", files: fileSchemas(), whole: true },
    part("docs/reference", { "report.schema.json": json({ $schema, ...reportDefinition }) }),
  ];
}

function fileSchemas(): ReadonlyMap<string, Buffer> {
  return new Map(
    Object.entries(fileDefinitions).map(([kind, schema]) => {
      const name = kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return [`${name}.json`, Buffer.from(json({ $schema, ...schema }))];
    }),
  );
}
