import { readFileSync } from "node:fs";
import { Pool } from "pg";
import type { Settings } from "./settings.ts";

export interface Product {
  readonly id: number;
  readonly name: string;
  readonly price: number;
}

/** The shop's tables. */
export interface Database {
  readonly products: () => Promise<Product[]>;
  /** Pieces in stock by product. */
  readonly stock: () => Promise<ReadonlyMap<number, number>>;
  /** Stores an order and returns its number; the database has acknowledged it then. */
  readonly addOrder: (product: number) => Promise<number>;
  readonly order: (id: number) => Promise<object | undefined>;
  /** Fails when the database does not answer. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const patienceMilliseconds = 5000;
// Replicas that start together must not make the tables at the same time.
const lock = 20_241_125;

/** Opens the database; connections are made when they are needed, and the tables with the first. */
export function openDatabase({ database }: Settings): Database {
  const pool = new Pool({
    host: database.host,
    port: database.port,
    database: database.name,
    user: database.user,
    password: database.password,
    max: database.connections,
    connectionTimeoutMillis: patienceMilliseconds,
    query_timeout: patienceMilliseconds,
    ssl: { ca: readFileSync(database.authority, "utf8") },
  });
  // An idle connection that breaks is replaced by the next query.
  pool.on("error", () => undefined);
  let prepared: Promise<void> | undefined;
  const ready = async (): Promise<Pool> => {
    prepared ??= prepare(pool);
    try {
      await prepared;
    } catch (error) {
      prepared = undefined;
      throw error;
    }
    return pool;
  };
  return {
    products: async () => {
      const { rows } = await (
        await ready()
      ).query<Product>("select id, name, price from product order by id");
      return rows;
    },
    stock: async () => {
      const { rows } = await (
        await ready()
      ).query<{ product: number; pieces: number }>("select product, pieces from stock");
      return new Map(rows.map(({ product, pieces }) => [product, pieces]));
    },
    addOrder: async (product) => {
      const { rows } = await (
        await ready()
      ).query<{ id: number }>('insert into "order" (product) values ($1) returning id', [product]);
      return rows[0]?.id ?? 0;
    },
    order: async (id) => {
      const { rows } = await (
        await ready()
      ).query<object>('select id, product, placed from "order" where id = $1', [id]);
      return rows[0];
    },
    ping: async () => void (await (await ready()).query("select 1")),
    close: async () => pool.end(),
  };
}

async function prepare(pool: Pool): Promise<void> {
  await pool.query(`
    begin;
    select pg_advisory_xact_lock(${lock});
    create table if not exists product (id int primary key, name text not null, price int not null);
    create table if not exists stock (product int primary key references product, pieces int not null);
    create table if not exists "order" (
      id int generated always as identity primary key,
      product int not null references product,
      placed timestamptz not null default now()
    );
    insert into product values (1, 'Lamp', 4900), (2, 'Chair', 12900) on conflict do nothing;
    insert into stock values (1, 10), (2, 4) on conflict do nothing;
    commit;
  `);
}
