import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";

/** The server, the credentials and the log of a client. */
export interface GitHubAccess {
  /** Absent for a client that signs each request itself. */
  readonly token?: string;
  /** An enterprise server or a test server; api.github.com by default. */
  readonly baseUrl?: string;
  readonly log: (text: string) => void;
}

const Client = Octokit.plugin(throttling, retry);

export type GitHubClient = InstanceType<typeof Client>;

/** Retries after a rate limit, and the longest wait in seconds. A job must end within its time limit. */
const maxRetries = 3;
const maxWaitSeconds = 180;

/** A client that waits at rate limits and retries failed requests. */
export function githubClient({ token, baseUrl, log }: GitHubAccess): GitHubClient {
  const wait =
    (why: string) =>
    (seconds: number, options: object, _client: unknown, retryCount: number): boolean => {
      const { method = "", url = "" } = options as { method?: string; url?: string };
      if (seconds > maxWaitSeconds || retryCount >= maxRetries) {
        log(`${why}: ${method} ${url} fails, because GitHub asks to wait ${seconds} s`);
        return false;
      }
      log(`${why}: ${method} ${url} waits ${seconds} s (${retryCount + 1} of ${maxRetries})`);
      return true;
    };
  return new Client({
    ...(token === undefined ? {} : { auth: token }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    userAgent: "altostrata",
    throttle: {
      onRateLimit: wait("rate limit"),
      onSecondaryRateLimit: wait("secondary rate limit"),
    },
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: log,
      error: log,
    },
  });
}
