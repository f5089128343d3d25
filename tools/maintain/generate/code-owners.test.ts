import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { codeOwnersOf } from "./code-owners.ts";

const small = fileURLToPath(new URL("../../../test/fixtures/valid/small", import.meta.url));
const fixed = 'first: { "*": ["@all"], /notes/: [] }\nlast: { /CODEOWNERS: ["@all"] }\n';

type Edit = (text: string) => string;

/** CODEOWNERS of the small estate after edits of its files. */
async function codeOwnersAfter(edits: Readonly<Record<string, Edit>>, owners = fixed) {
  await using folder = await createFixture({ ".github/owners.yaml": owners });
  cpSync(small, folder.path, { recursive: true });
  for (const [file, edit] of Object.entries(edits))
    await folder.writeFile(file, edit(await folder.readFile(file, "utf8")));
  return await codeOwnersOf(folder.path);
}

const ownedBy =
  (...owners: readonly string[]): Edit =>
  (text) =>
    `${text.replace(/^owners: .*\n/m, "")}owners: ${JSON.stringify(owners)}\n`;

describe("codeOwnersOf", () => {
  it("assigns each folder to its innermost owner, between the fixed lines", async () => {
    const text = await codeOwnersAfter({
      "clouds/openshift/targets/openshift-lyon.yaml": ownedBy("@lyon"),
      "clouds/openshift/targets/openshift-paris.yaml": ownedBy("@paris", "@a/team"),
      "artefacts/applications/shop/application.yaml": ownedBy("@a/shop"),
      "environments/production/environment.yaml": ownedBy("@a/production"),
    });
    expect(text.split("\n").slice(1)).toEqual([
      "*                                           @all",
      "/notes/",
      "/clouds/openshift/                          @a/team @lyon @paris",
      "/clouds/openshift/targets/openshift-lyon.*  @lyon",
      "/clouds/openshift/targets/openshift-paris.* @a/team @paris",
      "/artefacts/applications/shop/               @a/shop",
      "/environments/dev/                          @example/shop",
      "/environments/dev/shop/                     @example/shop",
      "/environments/production/                   @a/production",
      "/environments/production/shop/              @example/shop",
      "/CODEOWNERS                                 @all",
      "",
    ]);
  });

  it("refuses an invalid estate, whose owners would be incomplete", async () => {
    const broken = codeOwnersAfter({ "environments/dev/environment.yaml": () => "kind: [" });
    await expect(broken).rejects.toThrow("environments/dev/environment.yaml:1");
  });

  it.each([
    ["a path that git has not", 'first: { notes: ["@all"] }\nlast: {}\n'],
    ["an owner who is none", 'first: { /notes/: ["all"] }\nlast: {}\n'],
    ["a third part", "first: {}\nlast: {}\nmiddle: {}\n"],
  ])("refuses %s", async (_, owners) => {
    await expect(codeOwnersAfter({}, owners)).rejects.toThrow(".github/owners.yaml");
  });
});
