import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/**
 * The authentication of a gate: an anonymous token from its own service, a login that the tests lack, or no access.
 */
export type GateKind = "token" | "login" | "silent";

export interface Gate extends AsyncDisposable {
  readonly host: string;
  /** Resolves at the first request for an image. */
  readonly asked: Promise<void>;
}

const token = "for-anybody";

/** Adds access control to a registry on loopback, as public registries have it. */
export async function startGate(kind: GateKind, registry: string): Promise<Gate> {
  const asked = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    if (request.url?.includes("/manifests/") === true) asked.resolve();
    void answer({ kind, registry, request, response });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${portOf(server)}`,
    asked: asked.promise,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Exchange {
  readonly kind: GateKind;
  readonly registry: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer({ kind, registry, request, response }: Exchange): Promise<void> {
  const { url = "", headers, method = "GET" } = request;
  if (kind === "silent") return;
  if (kind === "login") {
    response.writeHead(401, { "www-authenticate": 'Basic realm="people"' }).end();
  } else if (url.startsWith("/token?")) {
    response.end(JSON.stringify({ token }));
  } else if (headers.authorization === `Bearer ${token}`) {
    const accept = headers.accept ?? "*/*";
    const passed = await fetch(`http://${registry}${url}`, { method, headers: { accept } });
    response.writeHead(passed.status, Object.fromEntries(passed.headers));
    response.end(Buffer.from(await passed.arrayBuffer()));
  } else {
    const realm = `http://${headers.host}/token`;
    const challenge = `Bearer realm="${realm}",service="gate"`;
    response.writeHead(401, { "www-authenticate": challenge }).end();
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address === "object" && address !== null) return address.port;
  throw new Error("the gate got no port");
}
