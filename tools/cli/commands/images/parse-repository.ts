/** Where an image's manifests are asked for. */
export interface RegistryAddress {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path of the image in its registry. */
  readonly repository: string;
}

/** The registry behind a repository as images.yaml writes it; without a host it is Docker Hub, as everywhere. */
export function parseRepository(repository: string): RegistryAddress {
  const [first = "", ...rest] = repository.split("/");
  const namesHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = namesHost ? first : "docker.io";
  const path = namesHost ? rest.join("/") : repository;
  if (host === "docker.io") {
    // Docker Hub answers under another host, and keeps its own images below `library`.
    return {
      origin: "https://registry-1.docker.io",
      repository: path.includes("/") ? path : `library/${path}`,
    };
  }
  return { origin: `${isLoopback(host) ? "http" : "https"}://${host}`, repository: path };
}

/** Whether a host is this machine, where a registry for tests may speak plain HTTP. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]+)?$/.test(host);
}
