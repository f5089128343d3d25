import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ImageRecipe } from "./image-recipe.ts";

/** A blob as manifests refer to it. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export interface ImageManifest {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

const types = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar",
} as const;

export interface Layers {
  /** Layout of the image below. */
  readonly base: string | undefined;
  /** Uncompressed archives, the lowest first; they are moved into the layout. */
  readonly files: readonly string[];
}

/** Writes an image as an OCI layout. */
export function writeLayout(folder: string, recipe: ImageRecipe, { base, files }: Layers): void {
  mkdirSync(join(folder, "blobs", "sha256"), { recursive: true });
  const layers = [...linkLayers(folder, base), ...files.map((file) => moveLayer(folder, file))];
  const config = writeBlob(folder, types.config, imageConfig(recipe, layers));
  const manifest: ImageManifest = {
    schemaVersion: 2,
    mediaType: types.manifest,
    config,
    layers,
  };
  const descriptor = writeBlob(folder, types.manifest, manifest);
  const index = { schemaVersion: 2, mediaType: types.index, manifests: [descriptor] };
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
  writeFileSync(join(folder, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
}

/** The manifest of the only image in a layout. */
export function readManifest(folder: string): { descriptor: Descriptor; manifest: ImageManifest } {
  // `writeLayout` wrote both files.
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as {
    readonly manifests: readonly [Descriptor];
  };
  const [descriptor] = index.manifests;
  const text = readFileSync(blobFile(folder, descriptor.digest), "utf8");
  return { descriptor, manifest: JSON.parse(text) as ImageManifest };
}

/** The file of a blob in a layout. */
export function blobFile(folder: string, digest: string): string {
  return join(folder, "blobs", ...digest.split(":"));
}

function imageConfig(recipe: ImageRecipe, layers: readonly Descriptor[]): object {
  return {
    architecture: "amd64",
    os: "linux",
    config: {
      Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
      ...(recipe.entrypoint === undefined ? {} : { Entrypoint: recipe.entrypoint }),
      ...(recipe.user === undefined ? {} : { User: recipe.user }),
    },
    // Layers are not compressed, so their digests are those of their content.
    rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
  };
}

function linkLayers(folder: string, base: string | undefined): readonly Descriptor[] {
  if (base === undefined) return [];
  const { layers } = readManifest(base).manifest;
  for (const { digest } of layers) linkSync(blobFile(base, digest), blobFile(folder, digest));
  return layers;
}

function moveLayer(folder: string, file: string): Descriptor {
  const digest = digestOf(readFileSync(file));
  renameSync(file, blobFile(folder, digest));
  return { mediaType: types.layer, digest, size: statSync(blobFile(folder, digest)).size };
}

function writeBlob(folder: string, mediaType: string, content: object): Descriptor {
  const bytes = Buffer.from(JSON.stringify(content));
  const digest = digestOf(bytes);
  writeFileSync(blobFile(folder, digest), bytes);
  return { mediaType, digest, size: bytes.length };
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
