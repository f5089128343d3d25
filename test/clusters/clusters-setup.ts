import type { TestProject } from "vitest/node";
import { startWan } from "./cloud/wan.ts";
import { startImageRegistry, type ImageRegistry } from "./images/start-image-registry.ts";
import { record } from "./timeline.ts";

declare module "vitest" {
  export interface ProvidedContext {
    registry: ImageRegistry["address"];
  }
}

/** Makes the network between clouds and starts the image registry in it, before the first test. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  startWan();
  const registry = await startImageRegistry();
  record("network and image registry are up");
  project.provide("registry", registry.address);
  return registry.stop;
}
