import { cataloguePage } from "./catalogue-page.ts";
import type { Cache } from "./open-cache.ts";
import type { Database } from "./open-database.ts";

export interface Shop {
  readonly database: Database;
  readonly cache: Cache;
  readonly currency: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Name of the route, for metrics. */
  readonly route: string;
}

/** Answers one request; a database or cache that fails gives 503, so that clients try again. */
export async function answerRequest(shop: Shop, method: string, url: URL): Promise<Answer> {
  const route = `${method} ${url.pathname.replace(/\/\d+$/, "/NUMBER")}`;
  try {
    return { route, ...(await handle(shop, route, url)) };
  } catch (error) {
    return { route, status: 503, body: `${String(error)}\n` };
  }
}

async function handle(shop: Shop, route: string, url: URL): Promise<Omit<Answer, "route">> {
  const { database, cache, currency } = shop;
  switch (route) {
    case "GET /":
      return { status: 200, body: await cataloguePage(database, cache, currency) };
    case "POST /orders":
      return placeOrder(database, Number(url.searchParams.get("product")));
    case "GET /orders/NUMBER":
      return findOrder(database, Number(url.pathname.split("/").at(-1)));
    case "GET /healthz/live":
      return { status: 200, body: "live\n" };
    case "GET /healthz/ready":
      await Promise.all([database.ping(), cache.ping()]);
      return { status: 200, body: "ready\n" };
    default:
      return { status: 404, body: "no such page\n" };
  }
}

async function placeOrder(database: Database, product: number): Promise<Omit<Answer, "route">> {
  const known = await database.stock();
  if (!known.has(product)) return { status: 400, body: "no such product\n" };
  return { status: 201, body: `${await database.addOrder(product)}\n` };
}

async function findOrder(database: Database, id: number): Promise<Omit<Answer, "route">> {
  const order = await database.order(id);
  return order === undefined
    ? { status: 404, body: "no such order\n" }
    : { status: 200, body: `${JSON.stringify(order)}\n` };
}
