import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goModuleFolder } from "../programs/go-command.ts";

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The minor versions, such as `1.25`, in which a version of a kind was deprecated and removed. */
export interface ApiLifecycle extends GroupVersionKind {
  readonly deprecatedIn?: string;
  readonly removedIn?: string;
  readonly replacement?: GroupVersionKind;
}

// Kinds whose types have left the module, or whose deprecation is in the server's code only. Source: the deprecated API
// migration guide of kubernetes.io/docs/reference/using-api/deprecation-guide, read 2026.
const further: readonly ApiLifecycle[] = [
  ended("autoscaling/v2beta1 HorizontalPodAutoscaler", ["1.22", "1.25"], "v2"),
  ended("autoscaling/v2beta2 HorizontalPodAutoscaler", ["1.23", "1.26"], "v2"),
  ended("policy/v1beta1 PodSecurityPolicy", ["1.21", "1.25"]),
  ended("extensions/v1beta1 PodSecurityPolicy", ["1.11", "1.16"]),
  ended("apiextensions.k8s.io/v1beta1 CustomResourceDefinition", ["1.16", "1.22"], "v1"),
  ended("apiregistration.k8s.io/v1beta1 APIService", ["1.19", "1.22"], "v1"),
  { group: "", version: "v1", kind: "ComponentStatus", deprecatedIn: "1.19" },
  {
    group: "",
    version: "v1",
    kind: "Endpoints",
    deprecatedIn: "1.33",
    replacement: { group: "discovery.k8s.io", version: "v1", kind: "EndpointSlice" },
  },
];

/**
 * The lifecycle of every API kind that was ever deprecated, from the types of a Kubernetes version such as `1.36.3`.
 */
export function apiLifecycles(kubernetes: string): ApiLifecycle[] {
  const workFolder = mkdtempSync(join(tmpdir(), "altostrata-module-"));
  try {
    const folder = goModuleFolder("k8s.io/api", `v${kubernetes.replace(/^1\./, "0.")}`, workFolder);
    return [...foldersWithLifecycle(folder).flatMap(lifecyclesOf), ...further];
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** Whether the first minor, such as `1.9`, is the second one or earlier. */
export function isMinorReached(minor: string, by: string): boolean {
  return Number(minor.split(".")[1]) <= Number(by.split(".")[1]);
}

const lifecycleFile = "zz_generated.prerelease-lifecycle.go";

function foldersWithLifecycle(module: string): string[] {
  return readdirSync(module, { withFileTypes: true })
    .filter((group) => group.isDirectory())
    .flatMap((group) =>
      readdirSync(join(module, group.name)).map((version) => join(module, group.name, version)),
    )
    .filter((folder) => existsSync(join(folder, lifecycleFile)))
    .sort();
}

function lifecyclesOf(folder: string): ApiLifecycle[] {
  const group =
    /GroupName = "([^"]*)"/.exec(readFileSync(join(folder, "register.go"), "utf8"))?.[1] ?? "";
  const version = folder.split("/").at(-1) ?? "";
  const text = readFileSync(join(folder, lifecycleFile), "utf8");
  const kinds = new Set(
    [...text.matchAll(/^func \(in \*(\w+)\) APILifecycleDeprecated/gm)].map(
      (match) => match[1] ?? "",
    ),
  );
  return [...kinds]
    .filter((kind) => !kind.endsWith("List"))
    .sort()
    .map((kind) => {
      const replacement = replacementOf(text, kind);
      return {
        group,
        version,
        kind,
        ...minorOf(text, kind, "Deprecated", "deprecatedIn"),
        ...minorOf(text, kind, "Removed", "removedIn"),
        ...(replacement === undefined ? {} : { replacement }),
      };
    });
}

function minorOf<Key extends string>(
  text: string,
  kind: string,
  method: string,
  key: Key,
): { [Name in Key]?: string } {
  const match = new RegExp(
    `^func \\(in \\*${kind}\\) APILifecycle${method}\\(\\)[^\\n]*\\n\\s*return (\\d+), (\\d+)`,
    "m",
  ).exec(text);
  // Set one key at a time, because TypeScript does not narrow computed keys.
  const answer: { [Name in Key]?: string } = {};
  if (match !== null) answer[key] = `${match[1]}.${match[2]}`;
  return answer;
}

function replacementOf(text: string, kind: string): GroupVersionKind | undefined {
  const match = new RegExp(
    `^func \\(in \\*${kind}\\) APILifecycleReplacement[^\\n]*\\n\\s*return schema.GroupVersionKind` +
      `\\{Group: "([^"]*)", Version: "([^"]*)", Kind: "([^"]*)"\\}`,
    "m",
  ).exec(text);
  return match === null
    ? undefined
    : { group: match[1] ?? "", version: match[2] ?? "", kind: match[3] ?? "" };
}

// `what` reads group/version kind; the replacement is the same kind in another version of the same group.
function ended(
  what: string,
  [deprecatedIn, removedIn]: readonly [string, string],
  newVersion?: string,
): ApiLifecycle {
  const [, group = "", version = "", kind = ""] = /^(\S+)\/(\S+) (\S+)$/.exec(what) ?? [];
  const replacement =
    newVersion === undefined ? {} : { replacement: { group, version: newVersion, kind } };
  return { group, version, kind, deprecatedIn, removedIn, ...replacement };
}
