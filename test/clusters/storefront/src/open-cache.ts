import { createClient } from "@redis/client";
import type { Settings } from "./settings.ts";

/** Rendered pages for a while. */
export interface Cache {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, page: string) => Promise<void>;
  /** Fails when the cache does not answer. */
  readonly ping: () => Promise<void>;
}

/** Connects to the cache and reconnects for ever; while it is away, requests fail at once instead of waiting. */
export function openCache({ cache, catalogueCacheSeconds }: Settings): Cache {
  const client = createClient({
    socket: { host: cache.host, port: cache.port, connectTimeout: 2000, reconnectStrategy: 500 },
    password: cache.password,
    disableOfflineQueue: true,
  });
  // Health checks report an absent cache.
  client.on("error", () => undefined);
  void client.connect().catch(() => undefined);
  return {
    get: async (key) => (await client.get(key)) ?? undefined,
    set: async (key, page) => {
      if (catalogueCacheSeconds > 0) await client.setEx(key, catalogueCacheSeconds, page);
    },
    ping: async () => void (await client.ping()),
  };
}
