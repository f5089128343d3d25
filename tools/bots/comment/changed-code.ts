/** Data of the estate, and text that only people read. */
const data = /^(?:artefacts|clouds|docs|environments|policies)\/|\.(?:md|txt)$/;

/** Files that run as code, configure a tool, or decide who approves, in any folder. */
const alwaysCode = [
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-[^/]*\.yaml|bun\.lockb?)$/i,
  /(?:^|\/)(?:\.npmrc|\.yarnrc[^/]*|\.pnp\.[^/]*|\.git(?:attributes|modules|ignore)|CODEOWNERS)$/i,
  /(?:^|\/)(?:\.github|\.ci|node_modules)\//i,
  /\.(?:[cm]?[jt]sx?|sh)$/i,
];

/**
 * The changed files that can change what tools, tests and workflows do. Unknown files count as code: the list of data is short and
 * changes rarely.
 */
export function changedCode(files: readonly string[]): readonly string[] {
  const isCode = (file: string) =>
    !data.test(file) || alwaysCode.some((pattern) => pattern.test(file));
  return files.filter(isCode).sort();
}
