import { fileURLToPath } from "node:url";
import {
  createMemory,
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type EstateReader,
  type Policies,
  type RunMemory,
  type Shelf,
} from "@altostrata/pipeline";
import { reportAs, reportText } from "@altostrata/report";
import { beforeAll, describe, expect, it } from "vitest";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const policies = await loadPolicies(folderOnDisk(`${repository}policies`));
const whole = workTreeReader(repository);

/** Two environments of the real estate, with edits on top of their files. */
function reader(edits: Readonly<Record<string, (text: string) => string>> = {}): EstateReader {
  const kept = /^(?!environments\/)|^environments\/(development|events)\//;
  return {
    list: async () => (await whole.list()).filter(({ path }) => kept.test(path)),
    read: async (path) => {
      const bytes = await whole.read(path);
      const edit = edits[path];
      return edit ? Buffer.from(edit(Buffer.from(bytes).toString("utf8"))) : bytes;
    },
  };
}

interface Circumstances {
  readonly memory?: RunMemory;
  readonly asOf?: string;
  readonly rules?: Policies;
}

const formats = ["json", "sarif", "junit", "github", "markdown"] as const;

/** Everything that a user can see of a run: every report, and every object with the places of its values. */
async function report(
  estate: EstateReader,
  { memory, asOf = estateDay, rules = policies }: Circumstances = {},
) {
  const result = await run({
    reader: estate,
    policies: rules,
    asOf,
    ...(memory ? { memory } : {}),
  });
  const objects = result.targets.map(({ manifests }) => manifests.map(({ object }) => object));
  const places = result.targets.map(({ manifests }) =>
    manifests.map(({ sourceAt }) => sourceAt(["metadata", "name"])),
  );
  const reports = formats.map((format) =>
    reportAs(format, { result, folder: "", rules: rules.bundle.rules }),
  );
  return { reports, text: reportText(result, { colour: false }), objects, places };
}

const comment = (text: string) => `# moved by a line\n${text}`;
const replace = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`nothing says ${from}`);
  return text.replace(from, to);
};

/** One edit for each kind of file that a run reads. */
const edits: Readonly<Record<string, readonly [path: string, edit: (text: string) => string]>> = {
  provider: ["clouds/gcp/provider.yaml", comment],
  target: ["clouds/gcp/targets/gcp-belgium.yaml", replace('version: "1.3', 'version: "1.4')],
  infrastructure: [
    "clouds/gcp/targets/gcp-belgium.outputs.json",
    (text) => text.replaceAll("gcp-belgium", "gcp-moved"),
  ],
  prices: ["clouds/gcp/prices.csv", (text) => `${text}\n`],
  latency: ["clouds/latency.csv", (text) => `${text}\n`],
  application: ["artefacts/applications/wso2-apim/application.yaml", comment],
  images: ["artefacts/images.yaml", (text) => text.replaceAll("4.5.0", "4.5.1")],
  template: [
    "artefacts/applications/wso2-apim/templates/gateway/deployment.yaml.hbs",
    replace("checksum/configuration", "checksum/settings"),
  ],
  manifest: ["artefacts/applications/storefront/manifests/web.yaml", comment],
  environment: ["environments/events/environment.yaml", comment],
  waivers: ["environments/events/waivers.yaml", replace("PLAT-", "OTHER-")],
  system: ["environments/events/apim/system.yaml", replace("ttl: ", "ttl: 1")],
  master: ["environments/events/apim/master.yaml", replace("replicas: 2", "replicas: 3")],
  worker: ["environments/events/apim/workers/aws-ireland.yaml", comment],
  datasources: ["environments/events/apim/datasources.yaml", comment],
  secrets: ["environments/events/apim/secrets.yaml", comment],
  "kubernetes-schema": [
    "artefacts/kubernetes/1.36.json",
    replace('"readOnlyRootFilesystem"', '"otherName"'),
  ],
  "addon-schema": [
    "artefacts/addons/cert-manager/1.21.2.json",
    replace('"secretName"', '"otherName"'),
  ],
};

describe("a run cache that runs share", { timeout: 60_000 }, () => {
  const memory = createMemory();
  let before: Awaited<ReturnType<typeof report>>;
  beforeAll(async () => {
    before = await report(reader(), { memory });
  });

  it.each(Object.entries(edits))(
    "gives the same results after a change of %s as a run without the cache",
    async (_, [path, edit]) => {
      const changed = reader({ [path]: edit });
      expect(await report(changed, { memory })).toEqual(await report(changed));
    },
  );

  it("gives the same results on another day as a run without the cache", async () => {
    const asOf = "2027-06-01";
    const later = await report(reader(), { memory, asOf });
    expect(later).toEqual(await report(reader(), { asOf }));
    expect(later.text).not.toBe(before.text);
  });

  it("gives the same results again when nothing changed", async () => {
    expect(await report(reader(), { memory })).toEqual(before);
  });
});

/** Entries as they would be read back from a file. */
function shelfOfTexts(): Shelf & { readonly found: string[] } {
  const texts = new Map<string, string>();
  const found: string[] = [];
  return {
    found,
    find: (key) => {
      const text = texts.get(JSON.stringify(key));
      if (text === undefined) return undefined;
      found.push(key[0] ?? "");
      return JSON.parse(text) as unknown;
    },
    put: (key, value) => {
      texts.set(JSON.stringify(key), JSON.stringify(value));
    },
  };
}

/** The same rules with other settings. */
function stricter(): Policies {
  const [first] = policies.settings;
  if (!first) throw new Error("there are settings");
  const settings = [{ ...first, settings: { ...first.settings, actions: { low: "deny" } } }];
  return { ...policies, settings, digest: "stricter" } as Policies;
}

describe("a store that processes share", { timeout: 60_000 }, () => {
  const shelf = shelfOfTexts();
  let before: Awaited<ReturnType<typeof report>>;
  beforeAll(async () => {
    before = await report(reader(), { memory: createMemory(shelf) });
  });

  it("provides everything for an unchanged estate, with the same results", async () => {
    shelf.found.length = 0;
    const again = await report(reader(), { memory: createMemory(shelf) });
    expect(again).toEqual(before);
    // Once for each of the two environments, or for both; places only for findings about the estate.
    const found = shelf.found.filter((kind) => kind !== "places").sort();
    expect(found).toEqual([
      "answer",
      "checked",
      "checked",
      "judged",
      "judged",
      "resolved",
      "resolved",
      "templates",
    ]);
  });

  it.each(Object.entries(edits))(
    "gives the same results after a change of %s as a run without it",
    async (_, [path, edit]) => {
      const changed = reader({ [path]: edit });
      const alone = await report(changed);
      expect(await report(changed, { memory: createMemory(shelf) })).toEqual(alone);
      // Repeats the run with the entries that it has just stored.
      expect(await report(changed, { memory: createMemory(shelf) })).toEqual(alone);
    },
  );

  it("gives the same results on another day and with other rules as a run without it", async () => {
    for (const other of [{ asOf: "2027-06-01" }, { rules: stricter() }]) {
      const alone = await report(reader(), other);
      expect(alone.text).not.toBe(before.text);
      for (const _ of ["cold", "warm"])
        expect(await report(reader(), { ...other, memory: createMemory(shelf) })).toEqual(alone);
    }
  });

  it("recomputes nothing for an unchanged environment", async () => {
    shelf.found.length = 0;
    const [path, edit] = edits["worker"] ?? ["", comment];
    const text = (value: string) => edit(`${value}# twice\n`);
    await report(reader({ [path]: text }), { memory: createMemory(shelf) });
    const found = shelf.found.filter((kind) => !["places", "answer"].includes(kind)).sort();
    expect(found).toEqual(["checked", "judged", "resolved", "templates"]);
  });
});
