import { posix } from "node:path";

/** The path of a file from the root of its repository. */
export function repositoryPath(file: string, folder = ""): string {
  return file.startsWith("/") ? file : posix.join(folder, file);
}
