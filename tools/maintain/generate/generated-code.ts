import { checkedDefinitions, kindDefinitions } from "./definitions.ts";
import { json, part, type GeneratedFolder } from "./generated-folder.ts";
import { validatorModule } from "./validator-module.ts";

/** What the pipeline itself runs on. It is written before anything is imported that would need it. */
export function generatedCode(): readonly GeneratedFolder[] {
  return [
    part("tools/pipeline/model/generated", {
      "validators.cjs": validatorModule(checkedDefinitions),
      "kind-definitions.json": json(kindDefinitions),
    }),
  ];
}
