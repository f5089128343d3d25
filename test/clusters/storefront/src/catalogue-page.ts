import type { Cache } from "./open-cache.ts";
import type { Database, Product } from "./open-database.ts";

const key = "catalogue";

/** The catalogue, from the cache where it has one. A cache that fails costs time and no page. */
export async function cataloguePage(
  database: Database,
  cache: Cache,
  currency: string,
): Promise<string> {
  const cached = await cache.get(key).catch(() => undefined);
  if (cached !== undefined) return cached;
  const [products, stock] = await Promise.all([database.products(), database.stock()]);
  const page = printPage(products, stock, currency);
  await cache.set(key, page).catch(() => undefined);
  return page;
}

function printPage(
  products: readonly Product[],
  stock: ReadonlyMap<number, number>,
  currency: string,
): string {
  const rows = products.map(({ id, name, price }) => {
    const amount = `${(price / 100).toFixed(2)} ${currency}`;
    return `<li>${name}: ${amount}, ${stock.get(id) ?? 0} in stock</li>`;
  });
  return `<!doctype html><title>Shop</title><ul>${rows.join("")}</ul>\n`;
}
