/** What the shop reads from its environment. */
export interface Settings {
  readonly catalogueCacheSeconds: number;
  readonly currency: string;
  readonly cache: { readonly host: string; readonly port: number; readonly password: string };
  readonly database: {
    readonly host: string;
    readonly port: number;
    readonly name: string;
    readonly user: string;
    readonly password: string;
    readonly connections: number;
    /** A file with the authority that signs the database's certificate. */
    readonly authority: string;
  };
  readonly sessionKey: string;
}

/** Reads the settings; throws with the name of the first variable that is missing. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const text = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`The variable ${name} is missing.`);
    return value;
  };
  if (text("DATABASE_SSL_MODE") !== "verify-full")
    throw new Error("DATABASE_SSL_MODE must be verify-full.");
  return {
    catalogueCacheSeconds: Number(text("CATALOGUE_CACHE_SECONDS")),
    currency: text("CURRENCY"),
    cache: {
      host: text("CACHE_HOST"),
      port: Number(text("CACHE_PORT")),
      password: text("CACHE_PASSWORD"),
    },
    database: {
      host: text("DATABASE_HOST"),
      port: Number(text("DATABASE_PORT")),
      name: text("DATABASE_NAME"),
      user: text("DATABASE_USER"),
      password: text("DATABASE_PASSWORD"),
      connections: Number(text("DATABASE_CONNECTIONS")),
      authority: text("DATABASE_SSL_ROOT_CERTIFICATE"),
    },
    sessionKey: text("SESSION_SIGNING_KEY"),
  };
}
