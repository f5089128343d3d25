import type { Environment, Secrets, System } from "@altostrata/pipeline";
import { lineEndOf } from "@altostrata/fix";
import { editText, type ValueEdit } from "../../files/edit-text.ts";
import type { PlannedFile, SourceFile } from "./planned-file.ts";

interface Request {
  readonly name: string;
  /** The environment to copy. */
  readonly like: string;
}

/** The files of a new environment: a copy with its own namespaces, hosts and secret paths. */
export function planEnvironment(files: readonly SourceFile[], request: Request): PlannedFile[] {
  const copies = files
    .filter((file) => file.names["environment"] === request.like)
    .map((file) => ({
      path: file.path.replace(`environments/${request.like}/`, `environments/${request.name}/`),
      text: planText(file, request),
    }));
  return copies.length === 0 ? [] : [...copies, versionFile(request.name)];
}

/** The file that holds the version of the environment. */
function versionFile(name: string): PlannedFile {
  const content = { name: `@estate/${name}`, version: "0.1.0", private: true };
  return {
    path: `environments/${name}/package.json`,
    text: `${JSON.stringify(content, undefined, 2)}\n`,
  };
}

function planText(file: SourceFile, request: Request): string {
  const text = editText(file.source, file, editsOf(file, request));
  const hasPrefix =
    file.kind !== "environment" || (file.value as Environment).namespacePrefix !== undefined;
  if (hasPrefix) return text;
  const lineEnd = lineEndOf(text);
  return `${text.trimEnd()}${lineEnd}namespacePrefix: ${request.name}-${lineEnd}`;
}

function editsOf(file: SourceFile, { name, like }: Request): ValueEdit[] {
  switch (file.kind) {
    case "environment":
      return (file.value as Environment).namespacePrefix === undefined
        ? []
        : [{ path: ["namespacePrefix"], replacement: `${name}-` }];
    case "system":
      return Object.entries((file.value as System).hosts).map(([key, host]) => ({
        path: ["hosts", key],
        replacement: hostFor(host, name, like),
      }));
    case "secrets":
      return Object.entries((file.value as Secrets).secrets).map(([key, { path }]) => ({
        path: ["secrets", key, "path"],
        replacement: path.startsWith(`${like}/`)
          ? `${name}${path.slice(like.length)}`
          : `${name}/${path}`,
      }));
    default:
      return [];
  }
}

/** Turns `api.staging.example.com` (for staging) or `api.example.com` into `api.<name>.example.com`. */
function hostFor(host: string, name: string, like: string): string {
  const [first = "", ...rest] = host.split(".");
  const parents = rest[0] === like ? rest.slice(1) : rest;
  return [first, name, ...parents].join(".");
}
