import { createServer, type Server } from "node:net";

/** Different TCP ports on loopback that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  // All ports are open at once before they are released, because the system can return the same port twice.
  const probes = await Promise.all(Array.from({ length: count }, async () => listeningProbe()));
  const ports = probes.map(portOf);
  await Promise.all(probes.map(async (probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

async function listeningProbe(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => resolve(probe));
  });
}

function portOf(probe: Server): number {
  const address = probe.address();
  if (typeof address === "object" && address !== null) return address.port;
  throw new Error("the probe has no port");
}
