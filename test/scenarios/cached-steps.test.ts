import { fileURLToPath } from "node:url";
import {
  cachedSteps,
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type EstateReader,
  type Policies,
  type RenderedTarget,
  type Steps,
  type Store,
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
  readonly steps?: Steps;
  readonly asOf?: string;
  readonly rules?: Policies;
}

const formats = ["json", "sarif", "junit", "github", "markdown"] as const;

/** Everything that a user can see of a run: every report, and every object with the places of its values. */
async function report(
  estate: EstateReader,
  { steps, asOf = estateDay, rules = policies }: Circumstances = {},
) {
  const targets: RenderedTarget[] = [];
  const onRendered = (rendered: readonly RenderedTarget[]) => targets.push(...rendered);
  const result = await run({ reader: estate, policies: rules, asOf, onRendered }, steps);
  const objects = targets.map(({ manifests }) => manifests.map(({ object }) => object));
  const places = targets.map(({ manifests }) =>
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

/** Everything as it would come back from a file. */
function storeOfTexts(): Store & { readonly found: string[] } {
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

describe("steps with a cache", { timeout: 60_000 }, () => {
  const store = storeOfTexts();
  const shared = cachedSteps(store);
  let before: Awaited<ReturnType<typeof report>>;
  beforeAll(async () => {
    before = await report(reader(), { steps: shared });
  });

  it("give what the plain steps give, from an empty cache", async () => {
    expect(before).toEqual(await report(reader()));
  });

  it("take all that an unchanged estate needs from the store", async () => {
    store.found.length = 0;
    expect(await report(reader(), { steps: cachedSteps(store) })).toEqual(before);
    // Once for each of the two environments, or for the whole; places only where rules about the estate found something.
    const found = store.found.filter((kind) => !["places", "schema"].includes(kind)).sort();
    expect(found).toEqual([
      "environment",
      "environment",
      "estate",
      "resolved",
      "resolved",
      "templates",
    ]);
  });

  it.each(Object.entries(edits))(
    "give after a change of %s what the plain steps give, in this process and the next",
    async (_, [path, edit]) => {
      const changed = reader({ [path]: edit });
      const plain = await report(changed);
      expect(await report(changed, { steps: shared })).toEqual(plain);
      expect(await report(changed, { steps: cachedSteps(store) })).toEqual(plain);
    },
  );

  it("give on another day, and by other rules, what the plain steps give", async () => {
    for (const other of [{ asOf: "2027-06-01" }, { rules: stricter() }]) {
      const plain = await report(reader(), other);
      expect(plain.text).not.toBe(before.text);
      for (const steps of [shared, cachedSteps(store)])
        expect(await report(reader(), { ...other, steps })).toEqual(plain);
    }
  });

  it("redo nothing in an environment whose files did not change", async () => {
    store.found.length = 0;
    const [path, edit] = edits["worker"] ?? ["", comment];
    const text = (value: string) => edit(`${value}# twice\n`);
    await report(reader({ [path]: text }), { steps: cachedSteps(store) });
    const found = store.found
      .filter((kind) => !["places", "estate", "schema"].includes(kind))
      .sort();
    expect(found).toEqual(["environment", "resolved", "templates"]);
  });
});
