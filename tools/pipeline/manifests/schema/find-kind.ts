import { closestWord } from "../../model/values/closest-word.ts";
import type { ObjectId } from "../../model/kubernetes/manifest.ts";
import type { ManifestProblem, ReportProblem } from "../manifest-problem.ts";
import {
  kindKey,
  type ApiDescription,
  type ApiDescriptions,
  type ApiKind,
} from "./describe-apis.ts";

/** The API that one target serves with one minor of Kubernetes. */
export interface ServedApis {
  readonly minor: string;
  readonly kubernetes: ApiDescription;
  /** Descriptions of the installed add-ons, where available. */
  readonly addons: readonly ApiDescription[];
  /** Installed add-ons (`name version`) without a description of that version. */
  readonly withoutDescription: ReadonlyMap<string, string>;
  readonly all: ApiDescriptions;
  /** Kinds found so far that are served without a warning. */
  readonly cache: Map<string, ApiKind>;
}

/** Finds the description of an object's kind on a target. Reports kinds that are not served and returns undefined. */
export function findKind(
  id: ObjectId,
  apis: ServedApis,
  report: ReportProblem,
): ApiKind | undefined {
  const name = `${id.group} ${id.version} ${id.kind}`;
  const cached = apis.cache.get(name);
  if (cached) return cached;
  const key = kindKey(id.group, id.kind);
  const versions = [apis.kubernetes, ...apis.addons].flatMap(({ kinds }) => kinds.get(key) ?? []);
  const found = versions.find(({ version, served }) => version === id.version && served);
  if (!found) {
    report(kindProblem(id, versions, apis));
    return undefined;
  }
  if (!found.deprecated) {
    apis.cache.set(name, found);
  } else {
    report({
      code: "manifest-version-deprecated",
      path: ["apiVersion"],
      args: {
        ...kindArgs(id),
        ...(found.addon === undefined ? { kubernetes: apis.minor } : {}),
        ...(found.replacement === undefined ? {} : { replacement: found.replacement }),
      },
    });
  }
  return found;
}

function kindProblem(
  id: ObjectId,
  versions: readonly ApiKind[],
  apis: ServedApis,
): ManifestProblem {
  if (id.kind === "" || id.version === "") {
    const field = id.kind === "" ? "kind" : "apiVersion";
    return { code: "manifest-missing-field", path: [], args: { field } };
  }
  const removed = apis.kubernetes.removed.find(
    ({ group, version, kind }) => group === id.group && version === id.version && kind === id.kind,
  );
  if (removed) {
    const { replacement } = removed;
    return {
      code: "manifest-version-removed",
      path: ["apiVersion"],
      args: {
        ...kindArgs(id),
        kubernetes: apis.minor,
        removedIn: removed.removedIn,
        ...(replacement === undefined ? {} : { replacement }),
      },
    };
  }
  const addon = versions[0]?.addon ?? apis.all.addonsWith(id.group, id.kind)[0];
  if (addon !== undefined) return addonProblem(id, addon, apis);
  return unknownKind(id, versions, apis);
}

function addonProblem(id: ObjectId, addon: string, apis: ServedApis): ManifestProblem {
  const version = apis.withoutDescription.get(addon);
  if (version !== undefined) {
    const args = { what: `the add-on ${addon} ${version}` };
    return { code: "manifest-schema-missing", path: ["apiVersion"], args };
  }
  return { code: "manifest-addon-missing", path: ["apiVersion"], args: { ...kindArgs(id), addon } };
}

function unknownKind(
  id: ObjectId,
  versions: readonly ApiKind[],
  apis: ServedApis,
): ManifestProblem {
  const other = versions.find(({ served }) => served) ?? similarKind(id, apis);
  return {
    code: "manifest-kind-unknown",
    path: [other && other.kind !== id.kind ? "kind" : "apiVersion"],
    args: {
      ...kindArgs(id),
      ...(other ? { suggestion: `${other.kind} of ${apiVersion(other)}` } : {}),
    },
  };
}

function similarKind(id: ObjectId, apis: ServedApis): ApiKind | undefined {
  const served = [apis.kubernetes, ...apis.addons]
    .flatMap(({ kinds }) => [...kinds.values()].flat())
    .filter((kind) => kind.served);
  const sameKind = served.filter(({ kind }) => kind === id.kind);
  const group = closestWord(
    id.group,
    sameKind.map((kind) => kind.group),
  );
  const exact = sameKind.find((kind) => kind.group === group) ?? sameKind[0];
  if (exact) return exact;
  const kind = closestWord(
    id.kind,
    served.map((candidate) => candidate.kind),
  );
  return served.find((candidate) => candidate.kind === kind);
}

function kindArgs(id: ObjectId): { apiVersion: string; kind: string } {
  return { apiVersion: apiVersion(id), kind: id.kind };
}

function apiVersion({ group, version }: { group: string; version: string }): string {
  return group === "" ? version : `${group}/${version}`;
}
