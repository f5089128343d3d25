import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addonSources } from "./addons.ts";
import { kubernetesVersions } from "../programs/go-recipes.ts";

const artefacts = join(import.meta.dirname, "../../../artefacts");

interface KubernetesFile {
  readonly kubernetes: string;
  readonly version: string;
  readonly definitions: Readonly<Record<string, unknown>>;
  readonly kinds: readonly { readonly definition: string }[];
}

describe("the offline schemas of Kubernetes", () => {
  it.each(Object.entries(kubernetesVersions))(
    "describe minor version %s with %s",
    (minor, version) => {
      const text = readFileSync(join(artefacts, "kubernetes", `${minor}.json`), "utf8");
      const file = JSON.parse(text) as KubernetesFile;
      expect(file).toMatchObject({ kubernetes: minor, version });
      const named = [...text.matchAll(/"#\/definitions\/([^"]+)"/g)].map((match) => match[1] ?? "");
      const wanted = [
        ...new Set([...named, ...file.kinds.map(({ definition }) => definition)]),
      ].sort();
      expect(Object.keys(file.definitions)).toEqual(wanted);
      expect(text).not.toContain('"description":"');
    },
  );
});

describe("the offline schemas of add-ons", () => {
  it.each(addonSources)("describe $addon $version", ({ addon, version, files }) => {
    const file: unknown = JSON.parse(
      readFileSync(join(artefacts, "addons", addon, `${version}.json`), "utf8"),
    );
    expect(file).toMatchObject({ addon, version });
    expect(file).toHaveProperty("kinds.length", files.length);
  });

  it("all have a listed source", () => {
    const folder = join(artefacts, "addons");
    const addons = readdirSync(folder).filter((name) => !name.endsWith(".md"));
    expect(addons.sort()).toEqual(addonSources.map(({ addon }) => addon).sort());
    expect(
      addonSources.filter(
        ({ addon, version }) => !existsSync(join(folder, addon, `${version}.json`)),
      ),
    ).toEqual([]);
  });
});
