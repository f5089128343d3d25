import { readFileSync } from "node:fs";
import type { ImageRecipe } from "./image-recipe.ts";
import { blobFile, readManifest } from "./write-layout.ts";

/** Pushes the image of a layout to a registry over its HTTP API, and returns the manifest's digest. */
export async function pushLayout(
  host: string,
  { repository, tag }: ImageRecipe,
  layout: string,
): Promise<string> {
  const { descriptor, manifest } = readManifest(layout);
  const { config, layers } = manifest;
  const place = `http://${host}/v2/${repository}`;
  for (const { digest } of [config, ...layers]) await pushBlob(place, layout, digest);
  const headers = { "content-type": descriptor.mediaType };
  const body = readFileSync(blobFile(layout, descriptor.digest));
  await mustBeCreated(await fetch(`${place}/manifests/${tag}`, { method: "PUT", headers, body }));
  return descriptor.digest;
}

async function pushBlob(place: string, layout: string, digest: string): Promise<void> {
  if ((await fetch(`${place}/blobs/${digest}`, { method: "HEAD" })).ok) return;
  const start = await fetch(`${place}/blobs/uploads/`, { method: "POST" });
  const upload = new URL(start.headers.get("location") ?? "", place);
  upload.searchParams.set("digest", digest);
  const body = readFileSync(blobFile(layout, digest));
  await mustBeCreated(await fetch(upload, { method: "PUT", body }));
}

async function mustBeCreated(answer: Response): Promise<void> {
  if (answer.status !== 201)
    throw new Error(`the registry refused a push: ${answer.status} ${await answer.text()}`);
}
