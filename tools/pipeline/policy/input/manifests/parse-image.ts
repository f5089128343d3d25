import type { PolicyImage } from "../policy-input.ts";

/**
 * The parts of an image reference as a container runtime reads it, or undefined when it is not text or empty. The registry is
 * spelled in one way (lower case, no default port, no final dot, Docker Hub by its usual name), so that no rule is led past a name.
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

/** Without a dot, a colon or `localhost` the first part is no host: the runtime then asks Docker Hub. */
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
