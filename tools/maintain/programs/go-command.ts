import { spawnSync } from "node:child_process";
import { goToolchain } from "./go-recipes.ts";

/** Thrown when a program is missing or fails; its message contains everything that the user needs. */
export class GoCommandError extends Error {
  override readonly name = "GoCommandError";
}

/** Runs `go` with the pinned toolchain in a folder and gives its standard output; refuses when Go is missing or fails. */
export function goCommand(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): string {
  const result = spawnSync("go", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      GOTOOLCHAIN: goToolchain,
      CGO_ENABLED: "0",
      // A caller may slow builds down with flags of its own, such as -p=1.
      GOFLAGS: ["-mod=mod", process.env["GOFLAGS"] ?? ""].join(" ").trim(),
      GOWORK: "off",
      ...variables,
    },
  });
  if (result.error !== undefined) {
    throw new GoCommandError(
      "Go is missing: the real servers are built from Go modules. Install Go 1.21 or newer (it fetches the pinned " +
        `toolchain ${goToolchain} itself) and put "go" on the PATH.`,
    );
  }
  if (result.status !== 0) {
    throw new GoCommandError(`"go ${args.join(" ")}" failed:\n${result.stderr.trim()}`);
  }
  return result.stdout;
}

/** The folder of a published module on this machine; downloads it if needed. */
export function goModuleFolder(module: string, version: string, workFolder: string): string {
  const answer: unknown = JSON.parse(
    goCommand(workFolder, ["mod", "download", "-json", `${module}@${version}`]),
  );
  if (
    typeof answer === "object" &&
    answer !== null &&
    "Dir" in answer &&
    typeof answer.Dir === "string"
  ) {
    return answer.Dir;
  }
  throw new GoCommandError(`the Go module ${module}@${version} has no folder after the download`);
}
