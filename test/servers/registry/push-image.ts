import { createHash } from "node:crypto";

/** The two families of media types in registries. */
type ImageFormat = "oci" | "docker";

export interface Push {
  readonly host: string;
  /** The image's path in the registry. */
  readonly repository: string;
  readonly tag: string;
  readonly format: ImageFormat;
  /** Makes this image differ from an earlier one. */
  readonly content: string;
}

const mediaTypes = {
  oci: {
    index: "application/vnd.oci.image.index.v1+json",
    manifest: "application/vnd.oci.image.manifest.v1+json",
    config: "application/vnd.oci.image.config.v1+json",
  },
  docker: {
    index: "application/vnd.docker.distribution.manifest.list.v2+json",
    manifest: "application/vnd.docker.distribution.manifest.v2+json",
    config: "application/vnd.docker.container.image.v1+json",
  },
} as const;

/** Pushes a small image for two architectures with the registry's HTTP API. Returns the digest of its index. */
export async function pushImage(push: Push): Promise<string> {
  const types = mediaTypes[push.format];
  const manifests = await Promise.all(
    ["amd64", "arm64"].map(async (architecture) => ({
      ...(await pushPlatform(push, architecture)),
      platform: { architecture, os: "linux" },
    })),
  );
  const index = JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests });
  return putManifest(push, { reference: push.tag, mediaType: types.index, text: index });
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

async function pushPlatform(push: Push, architecture: string): Promise<Descriptor> {
  const { manifest, config } = mediaTypes[push.format];
  const settings = JSON.stringify({ architecture, os: "linux", author: push.content });
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifest,
    config: { mediaType: config, ...(await pushBlob(push, settings)) },
    layers: [],
  });
  const digest = digestOf(text);
  await putManifest(push, { reference: digest, mediaType: manifest, text });
  return { mediaType: manifest, digest, size: text.length };
}

async function pushBlob(
  { host, repository }: Push,
  text: string,
): Promise<Omit<Descriptor, "mediaType">> {
  const start = await fetch(`http://${host}/v2/${repository}/blobs/uploads/`, { method: "POST" });
  const place = new URL(start.headers.get("location") ?? "", `http://${host}`);
  const digest = digestOf(text);
  place.searchParams.set("digest", digest);
  await mustBeCreated(await fetch(place, { method: "PUT", body: text }));
  return { digest, size: text.length };
}

interface ManifestText {
  readonly reference: string;
  readonly mediaType: string;
  readonly text: string;
}

async function putManifest(
  { host, repository }: Push,
  { reference, mediaType, text }: ManifestText,
): Promise<string> {
  const url = `http://${host}/v2/${repository}/manifests/${reference}`;
  const headers = { "content-type": mediaType };
  await mustBeCreated(await fetch(url, { method: "PUT", headers, body: text }));
  return digestOf(text);
}

async function mustBeCreated(answer: Response): Promise<void> {
  if (answer.status !== 201)
    throw new Error(`the registry refused a push: ${answer.status} ${await answer.text()}`);
}

function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
