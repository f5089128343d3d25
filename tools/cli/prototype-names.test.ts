import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { estateWithRules } from "./testing/estate-with-rules.ts";
import { runAlto } from "./testing/run-alto.ts";

/** The only name that the estate allows and every JavaScript object has, and a similar name that no object has. */
const special = "constructor";
const ordinary = "constructer";

/** Files of the sample estate with every kind of user-defined name. */
const named = {
  component: /\bweb\b(?=:\n {4}role|: \{\}|\/deployment)/g,
  application: /(?<=applications\/)shop\b|(?<=application: )shop\b/g,
  environment: /(?<=environments\/)dev\b/g,
  provider: /(?<=clouds\/)onprem\b|(?<=dns: )onprem\b/g,
  target: /\bonprem-madrid\b(?!\.example)/g,
  system: /(?<=environments\/dev\/)shop\b/g,
  image: /(?<=main: )web\b|\bweb(?=: \{ repository)/g,
  port: /\bhttp(?=: \{ port)/g,
  secret: /\blogin(?=:)/g,
  host: /\bshop(?=: shop\.dev)|(?<=host: )shop\b/g,
  label: /(?<=metadata: \{ labels: )\{\{component\.labels\}\}/g,
} as const;

function estateWith(name: string): Record<string, string | Buffer> {
  const rename = (text: string): string =>
    Object.entries(named).reduce<string>(
      (renamed, [what, pattern]) =>
        renamed.replaceAll(pattern, what === "label" ? `{ ${name}: a }` : name),
      text,
    );
  return Object.fromEntries(
    Object.entries(estateWithRules()).map(([path, text]) =>
      typeof text !== "string" || path.startsWith("policies/") || path.endsWith(".json")
        ? [path, text]
        : [rename(path), rename(text)],
    ),
  );
}

/** The output of several commands, without the name and the digests that depend on it. */
async function outcomes(name: string): Promise<string> {
  await using estate = await createFixture(estateWith(name));
  const commands = [
    ["validate", "--all"],
    ["list", "systems"],
    ["list", "manifests"],
    ["lock-in"],
    ["fix"],
  ];
  const printed = await Promise.all(commands.map((args) => runAlto(estate.path, args)));
  return printed
    .map(({ exitCode, output, errors }) => `${exitCode}\n${output}\n${errors}`)
    .join("\n")
    .replaceAll(name, "NAME")
    .replaceAll(/\b[0-9a-f]{12}\b/g, "DIGEST");
}

describe("a name that every JavaScript object has", () => {
  it("works for everything that users name", async () => {
    const odd = await outcomes(special);
    expect(odd).not.toContain("Internal error");
    expect(odd).toContain("NAME/NAME");
    expect(odd).toBe(await outcomes(ordinary));
  });

  it.each(["constructor", "prototype", "toString", "__proto__", "hasOwnProperty", "valueOf"])(
    "is no kind, environment or target that alto check knows: %s",
    async (name) => {
      const manifest = `apiVersion: ${name}/v1
kind: ${name}
metadata: { name: ${name}, namespace: ${name}, labels: { "x.${name}": a } }
---
apiVersion: v1
kind: ${name}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: a, namespace: shop }
data: { ${name === "__proto__" ? "proto" : name}: a }
`;
      await using estate = await createFixture({ ...estateWithRules(), "m.yaml": manifest });
      const check = (...more: string[]) =>
        runAlto(estate.path, ["check", "m.yaml", "--whole", ...more]);
      const known = await check("--target", "onprem-madrid");
      expect(known.errors).toBe("");
      expect(known.output.match(/m\.yaml:\d+:\d+ {2}manifest-kind-unknown/g)).toHaveLength(2);
      expect(known.output).not.toContain("yaml-forbidden-key");
      expect((await check("--target", name)).errors).toContain(`There is no target ${name}.`);
      expect((await check("--target", "onprem-madrid", "--environment", name)).errors).toContain(
        `There is no environment ${name}.`,
      );
    },
  );
});
