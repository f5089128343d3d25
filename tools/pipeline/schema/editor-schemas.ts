import { kindSchemas } from "../model/kinds.ts";
import { closeMaps, type JsonSchema } from "./json-schema.ts";

/** The JSON Schema of each kind of file as editors read it: text by kind. */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kindSchemas).map(([kind, schema]) => {
      const document = {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        ...closeMaps(schema as unknown as JsonSchema),
      };
      return [kind, `${JSON.stringify(document, undefined, 2)}\n`];
    }),
  );
}
