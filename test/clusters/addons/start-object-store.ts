import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildGoProgram } from "@altostrata/maintain/programs/build-go-program.ts";
import { startProgram } from "@altostrata/maintain/programs/running-program.ts";
import { wan } from "../cloud/cloud-plan.ts";
import { objectStoreRecipe } from "../machine/addon-recipes.ts";
import { waitUntil } from "../wait-until.ts";

/** An S3 store outside every cloud, which survives the loss of each. */
export interface ObjectStore {
  /** What clients log in with, by the keys of the secrets that hold it. */
  readonly credentials: ReadonlyMap<string, string>;
  readonly stop: () => Promise<void>;
}

/** The port that the overlay names. Network policies open 443 to an archive, whatever its endpoint says. */
const port = 443;

/** Starts the object store below a run's folder and waits until it answers. */
export async function startObjectStore(runFolder: string): Promise<ObjectStore> {
  const folder = join(runFolder, "object-store");
  mkdirSync(join(folder, "data"), { recursive: true });
  const accessKey = randomBytes(10).toString("hex");
  const secretKey = randomBytes(20).toString("hex");
  const store = startProgram({
    name: "object-store",
    program: buildGoProgram(objectStoreRecipe),
    args: [
      "server",
      `-dir=${join(folder, "data")}`,
      `-ip=${wan.address}`,
      "-master.telemetry=false",
      "-master.volumeSizeLimitMB=64",
      "-s3",
      `-s3.port=${port}`,
      `-s3.config=${writeAccount(folder, accessKey, secretKey)}`,
    ],
    folder,
  });
  const url = `http://${wan.address}:${port}/`;
  await waitUntil("object store", async () => (await fetch(url)).status, store.log);
  const credentials = new Map([
    ["ACCESS_KEY_ID", accessKey],
    ["ACCESS_SECRET_KEY", secretKey],
  ]);
  return { credentials, stop: store.stop };
}

function writeAccount(folder: string, accessKey: string, secretKey: string): string {
  const file = join(folder, "accounts.json");
  const account = {
    name: "archive",
    credentials: [{ accessKey, secretKey }],
    actions: ["Admin", "Read", "Write", "List", "Tagging"],
  };
  writeFileSync(file, JSON.stringify({ identities: [account] }), { mode: 0o600 });
  return file;
}
