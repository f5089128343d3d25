import { createHash } from "node:crypto";
import { isLoopback, type RegistryAddress } from "./parse-repository.ts";

/** The digest of a tag, or the reason why it is unknown. */
export type Answer = { readonly digest: string } | { readonly problem: string };

const manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");
const timeoutMilliseconds = 20_000;
const maxManifestBytes = 4 * 1024 * 1024;

/** Queries a registry for the current digest of a tag (OCI distribution API, anonymous). Never throws. */
export async function resolveDigest(address: RegistryAddress, tag: string): Promise<Answer> {
  const url = `${address.origin}/v2/${address.repository}/manifests/${tag}`;
  try {
    const head = await requestWithToken(url, "HEAD", address);
    if (!head.ok) return { problem: problemOf(head.status) };
    const digest = head.headers.get("docker-content-digest");
    if (digest !== null) return checkDigest(digest);
    // The header is optional; hashing the manifest gives the same digest.
    const get = await requestWithToken(url, "GET", address);
    return get.ok ? await digestOfBody(get) : { problem: problemOf(get.status) };
  } catch (error) {
    return { problem: describeNetworkError(error) };
  }
}

async function requestWithToken(
  url: string,
  method: "HEAD" | "GET",
  address: RegistryAddress,
): Promise<Response> {
  const first = await ask(url, method);
  const challenge = first.status === 401 ? first.headers.get("www-authenticate") : null;
  if (challenge === null) return first;
  const token = await fetchToken(challenge, address);
  return token === undefined ? first : ask(url, method, token);
}

function ask(url: string, method: "HEAD" | "GET", token?: string): Promise<Response> {
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  return fetch(url, {
    method,
    headers: { accept: manifestTypes, ...authorization },
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
}

/** Fetches an anonymous token from the service in the challenge; undefined for other kinds of challenge. */
async function fetchToken(
  challenge: string,
  { repository }: RegistryAddress,
): Promise<string | undefined> {
  if (!/^bearer /i.test(challenge)) return undefined;
  const parameters = new Map(
    [...challenge.matchAll(/([a-z]+)="([^"]*)"/gi)].map((match) => [match[1]!, match[2]!]),
  );
  const realm = URL.parse(parameters.get("realm") ?? "");
  if (!realm || (realm.protocol !== "https:" && !isLoopback(realm.host))) return undefined;
  const service = parameters.get("service");
  if (service !== undefined) realm.searchParams.set("service", service);
  realm.searchParams.set("scope", `repository:${repository}:pull`);
  const response = await fetch(realm, { signal: AbortSignal.timeout(timeoutMilliseconds) });
  if (!response.ok) return undefined;
  const body = (await response.json()) as { token?: unknown; access_token?: unknown };
  const token = body.token ?? body.access_token;
  return typeof token === "string" ? token : undefined;
}

async function digestOfBody(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > maxManifestBytes)
    return { problem: "the registry sent a manifest larger than 4 MiB" };
  return { digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
}

function checkDigest(digest: string): Answer {
  return /^sha256:[0-9a-f]{64}$/.test(digest)
    ? { digest }
    : { problem: "the registry returned an invalid sha256 digest" };
}

function problemOf(status: number): string {
  if (status === 401 || status === 403)
    return "the registry requires a login, which alto does not support";
  if (status === 404) return "the registry does not have this repository or tag";
  if (status === 429) return "too many requests to the registry; try again later";
  return `the registry returned status ${status}`;
}

function describeNetworkError(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "the registry timed out";
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return `the registry cannot be reached${code}`;
}
