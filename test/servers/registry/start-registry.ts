import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { buildGoProgram } from "@altostrata/maintain/programs/build-go-program.ts";
import { freePorts } from "@altostrata/maintain/programs/free-ports.ts";
import { registryRecipe } from "@altostrata/maintain/programs/go-recipes.ts";
import { startProgram } from "@altostrata/maintain/programs/running-program.ts";

/** A real registry, empty and without a login. */
export interface Registry extends AsyncDisposable {
  /** Host and port, as in the repository of an image. */
  readonly host: string;
}

/** Starts a registry on loopback that keeps images in memory, and waits until it responds. */
export async function startRegistry(): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), "altostrata-registry-"));
  const [port = 0] = await freePorts(1);
  const host = `127.0.0.1:${port}`;
  const program = startProgram({
    name: "registry",
    program: buildGoProgram(registryRecipe),
    args: ["-port", String(port)],
    folder,
  });
  const stop = async (): Promise<void> => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(`http://${host}/v2/`).catch(() => undefined);
    if (answer?.ok === true) return { host, [Symbol.asyncDispose]: stop };
    await pause(50);
  }
  const log = program.log();
  await stop();
  throw new Error(`the registry was not ready in time:\n${log}`);
}
