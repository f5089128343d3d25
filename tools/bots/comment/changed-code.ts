/** Data of the estate, and text that only people read. Test data of the tools is code: it decides what they check. */
const data = [
  /^(?:artefacts|clouds|environments|policies)\/.+\.(?:csv|hbs|json|md|properties|rego|toml|ya?ml)$/,
  // A change of rules changes their compiled form, which runs in a sandbox.
  /^policies\/bundle\/policy\.wasm$/,
  // The schemas below docs are part of the tools.
  /^(?:docs\/.+|[^/]+)\.(?:md|txt|html)$/,
];

/** Files that run as code, configure a tool, or decide who approves, in any folder. */
const alwaysCode = [
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-[^/]*\.yaml|bun\.lockb?)$/i,
  /(?:^|\/)(?:\.npmrc|\.yarnrc[^/]*|\.pnp\.[^/]*|\.git(?:attributes|modules|ignore)|CODEOWNERS)$/i,
  /(?:^|\/)(?:\.github|\.ci|node_modules)\//i,
  /\.(?:[cm]?[jt]sx?|sh)$/i,
  // Changesets imports modules that its configuration names; only its notes are text.
  /(?:^|\/)\.changeset\/(?!.*\.md$)/i,
  // Folders of editors and other tools may run commands.
  /^environments\/(?!\.changeset\/)(?:.*\/)?\.[^/]+(?:\/|$)/i,
];

/**
 * The changed files that can change what tools, tests and workflows do. Unknown files count as code: the list of data is short and
 * changes rarely.
 */
export function changedCode(files: readonly string[]): readonly string[] {
  const isCode = (file: string) =>
    !data.some((pattern) => pattern.test(file)) || alwaysCode.some((pattern) => pattern.test(file));
  return files.filter(isCode).sort();
}
