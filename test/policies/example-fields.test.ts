import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadEstate } from "../../tools/pipeline/load/load-estate.ts";
import { workTreeReader } from "../../tools/pipeline/load/work-tree-reader.ts";
import { checkManifests } from "../../tools/pipeline/manifests/check-manifests.ts";
import { describeApis } from "../../tools/pipeline/manifests/schema/describe-apis.ts";
import type { TargetState } from "../../tools/pipeline/model/desired-state.ts";
import type { DiagnosticCode } from "../../tools/pipeline/model/codes.ts";
import { checkSchema } from "../../tools/pipeline/schema/check-schema.ts";
import { policiesFolder } from "./opa.ts";
import { exampleFiles } from "./policy-files.ts";
import { readExample } from "./read-example.ts";

// Rules read fields by name, and a wrong name is silence. What an example shows must be what the published definition of its kind
// has; an example need not be complete, so that a field is missing is no fault.
const wrongNames: readonly DiagnosticCode[] = [
  "manifest-unknown-field",
  "manifest-wrong-type",
  "manifest-value-not-allowed",
  "manifest-version-removed",
];

/** Groups of which no definition stands below `artefacts`: nothing here checks what rules read of them. */
const withoutDefinition = [
  "argoproj.io",
  "cloudwatch.services.k8s.aws",
  "configsync.gke.io",
  "authorization.azure.com",
  "containerservice.azure.com",
  "dbforpostgresql.azure.com",
  "dynamodb.services.k8s.aws",
  "helm.toolkit.fluxcd.io",
  "iam.cnrm.cloud.google.com",
  "kafka.strimzi.io",
  "kms.cnrm.cloud.google.com",
  "kms.services.k8s.aws",
  "kustomize.toolkit.fluxcd.io",
  "kyverno.io",
  "lambda.services.k8s.aws",
  "memorydb.services.k8s.aws",
  "policy.sigstore.dev",
  "rds.services.k8s.aws",
  "s3.services.k8s.aws",
  "search.azure.com",
  "security.istio.io",
  "source.toolkit.fluxcd.io",
  "sql.cnrm.cloud.google.com",
  "sqs.services.k8s.aws",
  "storage.cnrm.cloud.google.com",
].sort();

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

async function complaints() {
  const examples = await Promise.all((await exampleFiles()).map(readExample));
  return examples.flatMap(({ file, target: judged }) =>
    judged
      ? checkManifests({ target, manifests: judged.result.manifests, apis, complete: false }).map(
          (diagnostic) => ({ file, ...diagnostic }),
        )
      : [],
  );
}

const found = await complaints();

describe("the examples of the rules", () => {
  it("have no field that the kind's published definition has not", () => {
    const wrong = found
      .filter(({ code }) => wrongNames.includes(code))
      // What SOPS adds to a file goes when the file is opened.
      .filter(({ args }) => args["field"] !== "sops")
      .map(
        ({ file, code, object, path, args }) =>
          `${file}: ${code} ${object} ${path} ${args["field"]}`,
      );
    expect(wrong).toEqual([]);
  });

  it("show no other kinds without a definition than those that are known", () => {
    const groups = found
      .filter(({ code }) => code === "manifest-kind-unknown")
      .map(({ args }) => String(args["apiVersion"]).split("/")[0]);
    expect([...new Set(groups)].sort()).toEqual(withoutDefinition);
  });
});
