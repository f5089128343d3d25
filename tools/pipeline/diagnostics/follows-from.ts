import type { Diagnostic } from "../model/results/diagnostic.ts";

/**
 * Tells which diagnostics only follow from another one of the same run, such as a template value that is missing
 * because its file is invalid. Their messages would point to the wrong file.
 */
export function followsFrom(
  diagnostics: readonly Diagnostic[],
): (diagnostic: Diagnostic) => boolean {
  const causes = diagnostics.filter(({ code }) => code !== "template-value-missing");
  const isCausedIn = (pattern: RegExp) => causes.some(({ at }) => pattern.test(at.file));
  const isMissing = (file: string) =>
    causes.some(
      ({ code, args, at }) =>
        at.file === file || (code === "file-missing" && args["file"] === file),
    );
  const lacksOutputs = (target: unknown) =>
    isCausedIn(new RegExp(`^clouds/[^/]+/targets/${escapeText(target)}\\.outputs\\.json$`)) ||
    causes.some(
      ({ code, args }) =>
        code === "file-missing" && String(args["file"]).endsWith(`/${String(target)}.outputs.json`),
    );
  return (diagnostic) => {
    const { code, args } = diagnostic;
    switch (code) {
      case "template-value-missing":
        return missesValue(diagnostic, { causes, isCausedIn, lacksOutputs });
      case "backup-without-object-storage":
        return lacksOutputs(args["target"]) || lacksProvider(args["target"], causes);
      case "datasource-target-not-in-system":
        return lacksProvider(args["target"], causes);
      case "reference-unknown":
        return (
          args["what"] === "environment" &&
          isMissing(`environments/${String(args["name"])}/environment.yaml`)
        );
      case "pattern-target-not-in-system":
        if (lacksProvider(args["target"], causes)) return true;
        return causes.some(
          ({ code: other, args: { what, name }, at }) =>
            other === "reference-unknown" &&
            what === "target" &&
            name === args["target"] &&
            systemOf(at.file) === systemOf(diagnostic.at.file),
        );
      default:
        return false;
    }
  };
}

/** Reports whether a target's provider has no file, which makes the target unusable. */
function lacksProvider(target: unknown, causes: readonly Diagnostic[]): boolean {
  return causes.some(
    ({ code, args, at, related = [] }) =>
      code === "file-missing" &&
      String(args["file"]).endsWith("/provider.yaml") &&
      [at, ...related].some(({ file }) => file.endsWith(`/targets/${String(target)}.yaml`)),
  );
}

interface Causes {
  readonly causes: readonly Diagnostic[];
  readonly isCausedIn: (pattern: RegExp) => boolean;
  readonly lacksOutputs: (target: unknown) => boolean;
}

function missesValue(
  { args, at, environment, target }: Diagnostic,
  { causes, isCausedIn, lacksOutputs }: Causes,
): boolean {
  const path = String(args["expression"]).replace(/^(@root\.|\.\.\/)+/, "");
  const capability = /^provider\.capabilities\.([^.]+)/.exec(path)?.[1];
  if (capability !== undefined) {
    return causes.some(
      (cause) =>
        cause.code === "capability-not-offered" &&
        cause.args["capability"] === capability &&
        cause.target === target,
    );
  }
  if (path.startsWith("datasources.") || path.startsWith("datasource.")) {
    return isCausedIn(
      new RegExp(`^environments/${escapeText(environment)}/[^/]+/datasources\\.yaml$`),
    );
  }
  if (path.startsWith("target.infrastructure.")) return lacksOutputs(target);
  if (!/^(component\.)?images\./.test(path)) return false;
  const application = /^artefacts\/applications\/[^/]+\//.exec(at.file)?.[0];
  return causes.some(
    (cause) =>
      cause.code === "image-unknown" &&
      (application === undefined || cause.at.file.startsWith(application)),
  );
}

function escapeText(text: unknown): string {
  return String(text).replaceAll(/[^A-Za-z0-9-]/g, String.raw`\$&`);
}

function systemOf(file: string): string | undefined {
  return /^environments\/[^/]+\/[^/]+(?=\/)/.exec(file)?.[0];
}
