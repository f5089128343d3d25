import { Agent, request } from "node:https";
import type { IncomingMessage } from "node:http";

export interface ApiAnswer {
  readonly status: number;
  /** The texts of the `Warning` headers. */
  readonly warnings: readonly string[];
  readonly body: unknown;
}

interface ApiRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
}

export interface ApiClient {
  readonly send: (apiRequest: ApiRequest) => Promise<ApiAnswer>;
  readonly close: () => void;
}

export interface ApiAddress {
  /** Loopback when left out. */
  readonly host?: string;
  readonly port: number;
  readonly token: string;
  /** The trusted certificate, in PEM. */
  readonly certificate: string;
}

/** A client of an API server; answers of any status are given back, only a broken connection throws. */
export function apiClient(address: ApiAddress): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 16, ca: address.certificate });
  return {
    send: async (apiRequest) => send(address, agent, apiRequest),
    close: () => agent.destroy(),
  };
}

async function send(address: ApiAddress, agent: Agent, apiRequest: ApiRequest): Promise<ApiAnswer> {
  const body = apiRequest.body === undefined ? undefined : JSON.stringify(apiRequest.body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: address.host ?? "127.0.0.1",
        port: address.port,
        method: apiRequest.method,
        path: apiRequest.path,
        headers: {
          authorization: `Bearer ${address.token}`,
          accept: "application/json",
          ...(body === undefined
            ? {}
            : { "content-type": apiRequest.contentType ?? "application/json" }),
        },
      },
      (incoming) => readAnswer(incoming).then(resolve, reject),
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

async function readAnswer(incoming: IncomingMessage): Promise<ApiAnswer> {
  let text = "";
  incoming.setEncoding("utf8");
  for await (const chunk of incoming) text += String(chunk);
  return { status: incoming.statusCode ?? 0, warnings: warningTexts(incoming), body: parsed(text) };
}

// A warning header has the form: 299 - "text".
function warningTexts(incoming: IncomingMessage): string[] {
  const headers = incoming.headersDistinct["warning"] ?? [];
  return headers.flatMap((header) =>
    [...header.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map((match) =>
      (match[1] ?? "").replace(/\\(.)/g, "$1"),
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
