import { createEmulator } from "emulate";
import { startProxy, type Answered, type Fault } from "./faulty-proxy.ts";

/** A stateful GitHub on loopback, with one repository and three people, and a connection that can be told to fail. */
export interface LocalGitHub {
  /** Where clients go; faults happen on the way. */
  readonly url: string;
  /** The next requests that fit meet this fault, each once, in this order. */
  readonly failNext: (fault: Fault) => void;
  /** Asks the API as somebody. Throws with the answer unless it is a success. */
  readonly ask: (who: Person, method: string, path: string, body?: object) => Promise<unknown>;
  /** Every request so far, with its answer. */
  readonly exchanges: readonly Answered[];
  readonly close: () => Promise<void>;
}

export type Person = "owner" | "bot" | "stranger";

/** The token of a person is their name. */
export const repositoryPath = "/repos/owner/estate";

/** Starts it on free ports. */
export async function startGitHub(): Promise<LocalGitHub> {
  const people: readonly Person[] = ["owner", "bot", "stranger"];
  const emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: Object.fromEntries(people.map((login) => [login, { login, scopes: ["repo"] }])),
      github: {
        users: people.map((login) => ({ login })),
        repos: [{ owner: "owner", name: "estate", auto_init: true }],
      },
    },
  });
  const proxy = await startProxy(emulator.url);
  return {
    url: proxy.url,
    failNext: proxy.failNext,
    exchanges: proxy.exchanges,
    ask: async (who, method, path, body) => {
      const response = await fetch(proxy.url + path, {
        method,
        headers: { authorization: `Bearer ${who}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === "" ? undefined : JSON.parse(text);
    },
    close: async () => {
      await proxy.close();
      await emulator.close();
    },
  };
}
