/** The only module that the configuration of Changesets may name. */
const builtInChangelog = "@changesets/cli/changelog";

/**
 * Returns why the configuration of Changesets is unsafe; undefined if it is safe. Changesets imports the modules that `changelog` and
 * `commit` name, and the release runs it with a token that can push.
 */
export function unsafeChangesetConfig(text: string): string | undefined {
  const config = parse(text);
  if (config === undefined) return "config.json is not a JSON object";
  if (config["changelog"] !== builtInChangelog)
    return `changelog must be "${builtInChangelog}", because Changesets imports the module it names`;
  if (config["commit"] !== false)
    return "commit must be false, because Changesets imports the module it names";
  return undefined;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}
