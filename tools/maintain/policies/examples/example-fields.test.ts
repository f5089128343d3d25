import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadEstate } from "../../../pipeline/load/load-estate.ts";
import { workTreeReader } from "../../../pipeline/load/work-tree-reader.ts";
import { checkManifests } from "../../../pipeline/manifests/check-manifests.ts";
import { describeApis } from "../../../pipeline/manifests/schema/describe-apis.ts";
import type { TargetState } from "../../../pipeline/model/estate/desired-state.ts";
import type { DiagnosticCode } from "../../../pipeline/model/results/codes.ts";
import { objectName } from "../../../pipeline/model/kubernetes/manifest.ts";
import { checkSchema } from "../../../pipeline/schema/check-schema.ts";
import { policiesFolder } from "../opa.ts";
import { readExamples } from "./read-examples.ts";

// Rules read fields by name, and a wrong name finds nothing. Every field of an example must exist in the published
// definition of its kind. Examples may be incomplete.
const wrongNames: readonly DiagnosticCode[] = [
  "manifest-unknown-field",
  "manifest-wrong-type",
  "manifest-value-not-allowed",
  "manifest-version-removed",
];

const { files } = await loadEstate(workTreeReader(join(policiesFolder, "..")));
const { kubernetesSchemas: kubernetes, addonSchemas: addons } = checkSchema(files).desiredState;
const apis = describeApis({ kubernetes, addons });

const target = {
  name: "here",
  file: "here.yaml",
  provider: "onprem",
  value: {
    kubernetes: { version: "1.36" },
    addons: Object.fromEntries(addons.map(({ name }) => name.split("/"))),
  },
} as unknown as TargetState;

const examples = await readExamples();
const found = examples.flatMap(({ file, line, target: judged }) =>
  judged
    ? checkManifests({ target, manifests: judged.result.manifests, apis, complete: false }).map(
        (diagnostic) => ({ place: `${file}:${line}`, ...diagnostic }),
      )
    : [],
);

describe("the examples of the rules", () => {
  it("have only fields of the published definition of their kind", () => {
    const wrong = found
      .filter(({ code }) => wrongNames.includes(code))
      // SOPS adds this key, and removes it on decryption.
      .filter(({ args }) => args["field"] !== "sops")
      .map(
        ({ place, code, object, path, args }) =>
          `${place}: ${code} ${object} ${path} ${String(args["field"])}`,
      );
    expect(wrong).toEqual([]);
  });

  it("use kinds with a definition, as far as targets serve them", () => {
    const unknown = new Set(
      found
        .filter(({ code }) => code === "manifest-kind-unknown" || code === "manifest-addon-missing")
        .map(({ place, object }) => `${place} ${object}`),
    );
    const known = examples.flatMap(({ file, line, target: judged }) =>
      (judged?.result.manifests ?? [])
        .filter(({ id }) => !unknown.has(`${file}:${line} ${objectName(id)}`))
        .map(({ id }) => id.group),
    );
    expect(known).toEqual(
      expect.arrayContaining([
        "apps",
        "barmancloud.cnpg.io",
        "cert-manager.io",
        "external-secrets.io",
        "gateway.networking.k8s.io",
        "keda.sh",
        "monitoring.coreos.com",
        "postgresql.cnpg.io",
      ]),
    );
  });
});
