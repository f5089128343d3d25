import { startProgram } from "@altostrata/maintain/programs/running-program.ts";
import { startRegistry } from "../../servers/registry/start-registry.ts";
import { wan } from "../cloud/cloud-plan.ts";
import { runFolder } from "../timeline.ts";

interface RegistryAddress {
  /** Host and port on loopback, as image names contain them. */
  readonly host: string;
  /** Where the clouds' machines reach it. */
  readonly url: string;
}

export interface ImageRegistry {
  readonly address: RegistryAddress;
  readonly stop: () => Promise<void>;
}

const port = 5000;

/** Starts a real registry on loopback and opens it to the network between clouds. */
export async function startImageRegistry(): Promise<ImageRegistry> {
  const registry = await startRegistry();
  const forwarder = startProgram({
    name: "registry-forwarder",
    program: "socat",
    args: [`TCP-LISTEN:${port},bind=${wan.address},reuseaddr,fork`, `TCP:${registry.host}`],
    folder: runFolder(),
  });
  return {
    address: { host: registry.host, url: `http://${wan.address}:${port}` },
    stop: async () => {
      await forwarder.stop();
      await registry[Symbol.asyncDispose]();
    },
  };
}
