import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { editorSchemas } from "./editor-schemas.ts";

it.for([...editorSchemas()])("%s is a strict JSON Schema", ([, text]) => {
  const ajv = new Ajv2020({ strict: true });
  expect(() => ajv.compile(JSON.parse(text) as object)).not.toThrow();
});
