/** The remedy for each error code of the operating system. */
const remedies: ReadonlyMap<string, string> = new Map([
  ["EACCES", "Check the owner and the permissions of the file."],
  ["EDQUOT", "Free some disk space, or raise the quota."],
  ["EMFILE", "Raise the open file limit, such as ulimit -n 1024, and run the command again."],
  ["ENFILE", "Close other programs: the system has too many open files."],
  ["ENOENT", "Restore it if it was deleted, then run the command again."],
  ["ENOMEM", "Free some memory, and run the command again."],
  ["ENOSPC", "Free some disk space."],
  ["EPERM", "Check the owner and the permissions of the file."],
  ["EROFS", "Use a folder that is not mounted read-only."],
]);

/** The message lines for an error of the operating system; undefined for other errors. */
export function describeSystemError(error: unknown): readonly string[] | undefined {
  if (!(error instanceof Error) || !("syscall" in error)) return undefined;
  const { code = "", syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === "uv_cwd") {
    return [
      "The current folder no longer exists.",
      "Go to another folder (cd), and run alto again.",
    ];
  }
  const remedy =
    remedies.get(code) ?? "Check the permissions of the file and of every parent folder.";
  return [`System error: ${message}.`, remedy];
}
