import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  gitHubDifferences,
  type Exchange,
  type GitHubApp,
  type GitHubDifferences,
} from "./github-differences.ts";

/** A fault on the way of one request. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  /**
   * `refuse` responds without forwarding the request; `lose` forwards it and drops the connection instead of the
   * response; `meanwhile` runs an action before forwarding.
   */
  readonly what:
    | { readonly meanwhile: () => Promise<unknown> }
    | {
        readonly refuse: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly message?: string;
      }
    | "lose";
}

/** A request with the response that the client got. */
export interface Answered extends Exchange {
  readonly body: Buffer;
}

/** A proxy in front of a local server that can inject faults. */
export interface FaultyProxy {
  readonly url: string;
  readonly failNext: (fault: Fault) => void;
  /** Every request that reached the server, with its response. */
  readonly exchanges: readonly Answered[];
  readonly close: () => Promise<void>;
}

/** The App of the server, and the server's commit for each commit of a clone. */
export interface ProxyKnowledge {
  readonly app: GitHubApp;
  readonly commits: ReadonlyMap<string, string>;
}

/** Starts a proxy on a free port of loopback. */
export async function startProxy(
  target: string,
  { app, commits }: ProxyKnowledge,
): Promise<FaultyProxy> {
  const faults: Fault[] = [];
  const differences = gitHubDifferences(target, app);
  const exchanges: Answered[] = [];
  const server = createServer((request, response) => {
    void forward(request, { response, target, faults, differences, exchanges, commits }).catch(() =>
      response.destroy(),
    );
  });
  // A client may pause for longer than the default before it reuses a connection.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failNext: (fault) => faults.push(fault),
    exchanges,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Forwarding {
  readonly response: ServerResponse;
  readonly target: string;
  readonly faults: Fault[];
  readonly differences: GitHubDifferences;
  readonly exchanges: Answered[];
  readonly commits: ProxyKnowledge["commits"];
}

async function forward(
  request: IncomingMessage,
  { response, target, faults, differences, exchanges, commits }: Forwarding,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const index = faults.findIndex((fault) => fault.method === method && fault.path.test(url));
  const [fault] = index === -1 ? [] : faults.splice(index, 1);
  if (fault && fault.what !== "lose" && "meanwhile" in fault.what) await fault.what.meanwhile();
  if (fault && fault.what !== "lose" && "refuse" in fault.what) {
    const { refuse, headers, message } = fault.what;
    response.writeHead(refuse, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ message: message ?? "refused" }));
    return;
  }
  const { authorization = "" } = request.headers;
  const refused = differences.refusal(url, authorization);
  if (refused !== undefined) {
    response.writeHead(refused, { "content-type": "application/json" });
    response.end(JSON.stringify({ message: "Resource not accessible by integration" }));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const name of ["authorization", "content-type", "accept"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const toServer = (text: string) =>
    [...commits].reduce((whole, [clone, own]) => whole.replaceAll(clone, own), text);
  const toClient = (text: string) =>
    [...commits].reduce((whole, [clone, own]) => whole.replaceAll(own, clone), text);
  const answer = await fetch(target + toServer(url), {
    method,
    headers,
    ...(chunks.length > 0 ? { body: toServer(Buffer.concat(chunks).toString("utf8")) } : {}),
  });
  const sent = Buffer.concat(chunks);
  const exchange = { method, url, sent, status: answer.status, authorization };
  const corrected = await differences.correct(exchange, Buffer.from(await answer.arrayBuffer()));
  const body = Buffer.from(toClient(corrected.toString("utf8")));
  exchanges.push({ ...exchange, body });
  if (fault?.what === "lose") {
    response.destroy();
    return;
  }
  const link = answer.headers.get("link");
  response.writeHead(answer.status, {
    "content-type": answer.headers.get("content-type") ?? "application/json",
    ...(link === null ? {} : { link }),
  });
  response.end(body);
}
