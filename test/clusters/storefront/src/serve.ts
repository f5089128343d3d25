import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerRequest, type Shop } from "./answer-request.ts";
import { countRequest, printMetrics } from "./metrics.ts";
import { openCache } from "./open-cache.ts";
import { openDatabase } from "./open-database.ts";
import { readSettings } from "./settings.ts";
import { isSession, newSession } from "./sign-session.ts";

// The shop: pages on port 8080, metrics on 9464. After SIGTERM it finishes open requests and ends.
const settings = readSettings(process.env);
const shop: Shop = {
  database: openDatabase(settings),
  cache: openCache(settings),
  currency: settings.currency,
};
const pages = createServer((request, response) => void serve(request, response)).listen(8080);
const metrics = createServer((_, response) => void serveMetrics(response)).listen(9464);
process.once("SIGTERM", () => void stop());

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const begin = performance.now();
  const url = new URL(request.url ?? "/", "http://shop");
  const { status, body, route } = await answerRequest(shop, request.method ?? "GET", url);
  const session = /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  if (!isSession(session, settings.sessionKey)) {
    const cookie = `session=${newSession(settings.sessionKey)}; HttpOnly; Secure; SameSite=Lax`;
    response.setHeader("set-cookie", cookie);
  }
  response.writeHead(status).end(body);
  countRequest(route, status, (performance.now() - begin) / 1000);
}

async function serveMetrics(response: ServerResponse): Promise<void> {
  response.setHeader("content-type", "text/plain; version=0.0.4").end(await printMetrics());
}

async function stop(): Promise<void> {
  await Promise.all([pages, metrics].map(close));
  await shop.database.close();
  process.exit(0);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
}
