/** The registry and path of an image. */
export interface RegistryAddress {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path of the image in its registry. */
  readonly repository: string;
}

/** Parses a repository from images.yaml. Without a host it is on Docker Hub. */
export function parseRepository(repository: string): RegistryAddress {
  const [first = "", ...rest] = repository.split("/");
  const namesHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = namesHost ? first : "docker.io";
  const path = namesHost ? rest.join("/") : repository;
  if (host === "docker.io") {
    // Docker Hub uses another host for its API, and the prefix `library` for official images.
    return {
      origin: "https://registry-1.docker.io",
      repository: path.includes("/") ? path : `library/${path}`,
    };
  }
  return { origin: `${isLoopback(host) ? "http" : "https"}://${host}`, repository: path };
}

/** Whether a host is this machine, where a test registry may use plain HTTP. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]+)?$/.test(host);
}
