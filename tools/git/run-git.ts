import { spawn } from "node:child_process";
import { once } from "node:events";

/** What a git command wrote, byte for byte, and its exit code. */
export interface GitOutput {
  readonly code: number;
  readonly output: Buffer;
}

/** Runs git in a folder, for output that is no text and for commands that need a variable of their own; never throws for a refusal. */
export async function runGit(
  folder: string,
  command: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<GitOutput> {
  const child = spawn("git", command, {
    cwd: folder,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code: code ?? 1, output: Buffer.concat(chunks) };
}
