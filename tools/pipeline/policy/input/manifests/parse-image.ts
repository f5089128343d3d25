import type { PolicyImage } from "../policy-input.ts";

/**
 * Parses an image reference as a container runtime does. Returns undefined unless it is a non-empty text. Registries
 * are normalised (lower case, no default port or final dot, one name for Docker Hub), so that another spelling evades
 * no rule.
 */
export function parseImage(reference: unknown): PolicyImage | undefined {
  if (typeof reference !== "string" || reference === "") return undefined;
  const [nameAndTag, digest] = splitOnce(reference, reference.indexOf("@"));
  const slash = nameAndTag.lastIndexOf("/");
  const [name, tag] = splitOnce(nameAndTag, nameAndTag.indexOf(":", slash + 1));
  return {
    reference,
    ...splitRegistry(name),
    ...(tag ? { tag } : {}),
    ...(digest ? { digest } : {}),
  };
}

/** Without a dot, a colon or `localhost` the first part is not a host, and the runtime uses Docker Hub. */
function splitRegistry(name: string): { registry: string; repository: string } {
  const [first, rest] = splitOnce(name, name.indexOf("/"));
  if (rest === undefined || !/[.:]|^localhost$/.test(first)) return onDockerHub(name);
  const registry = first.toLowerCase().replace(/:443$/, "").replace(/\.$/, "");
  return dockerHubNames.has(registry) ? onDockerHub(rest) : { registry, repository: rest };
}

const dockerHubNames = new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);

function onDockerHub(name: string): { registry: string; repository: string } {
  return { registry: "docker.io", repository: name.includes("/") ? name : `library/${name}` };
}

function splitOnce(text: string, at: number): [string, string?] {
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
