import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { fileDefinitions } from "./definitions.ts";
import { generatedSchemas } from "./generated-schemas.ts";
import { generatedPages } from "./generated-pages.ts";
import { staleFiles } from "./written-files.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

describe("generated files", async () => {
  it.each([...generatedSchemas(), ...(await generatedPages())])(
    "$folder is up to date",
    async ({ folder, files, whole }) => {
      const stale = await staleFiles(repository + folder, files, { whole });
      expect(stale, 'run "npm run generate"').toEqual([]);
    },
  );

  it.each(Object.entries(fileDefinitions))(
    "the definition of %s is a strict JSON Schema",
    (_, schema) => {
      expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow();
    },
  );
});
