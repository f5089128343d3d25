/** What to do about a refusal of the operating system, by its code. */
const remedies: ReadonlyMap<string, string> = new Map([
  ["EACCES", "Check who owns the file and who may use it."],
  ["EDQUOT", "Free space on the disk, or raise the quota."],
  ["EMFILE", "Raise the limit of open files, such as ulimit -n 1024, and run the command again."],
  ["ENFILE", "Close other programs: the machine has too many open files."],
  ["ENOENT", "Restore it if it was deleted, then run the command again."],
  ["ENOMEM", "Free memory, and run the command again."],
  ["ENOSPC", "Free space on the disk."],
  ["EPERM", "Check who owns the file and who may use it."],
  ["EROFS", "Work in a folder that is not mounted read-only."],
]);

/** The lines of a message for an error that the operating system raised; undefined for any other error. */
export function describeSystemError(error: unknown): readonly string[] | undefined {
  if (!(error instanceof Error) || !("syscall" in error)) return undefined;
  const { code = "", syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === "uv_cwd") {
    return [
      "The current folder no longer exists.",
      "Go to another folder (cd), and run alto again.",
    ];
  }
  const remedy = remedies.get(code) ?? "Check that the file and every folder above it can be used.";
  return [`The operating system refused: ${message}.`, remedy];
}
