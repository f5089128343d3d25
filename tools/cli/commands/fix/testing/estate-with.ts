import { estateWithRules } from "../../../testing/estate-with-rules.ts";
import type { FixCase } from "./fix-case.ts";
import { application, waiver, waivers } from "./fix-cases.ts";

/** A small estate with the problem of one case. */
export function estateWith({ code, file, from, to }: FixCase): Record<string, string | Buffer> {
  const files = estateWithRules();
  files[waivers] =
    `apiVersion: altostrata.dev/v1alpha1\nkind: Waivers\nwaivers:\n${waiver("LCK-090")}`;
  if (code === "parameter-unknown") {
    const parameters = "    parameters: { colour: { type: string, default: red } }\n";
    files[application] = String(files[application]).replace(
      "    capacity",
      `${parameters}    capacity`,
    );
  }
  const text = String(files[file]);
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  files[file] = text.replace(from, () => to);
  return files;
}
