import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";

/** Where GitHub is, who asks, and where trouble is told. */
export interface GitHubAccess {
  readonly token: string;
  /** Another server than api.github.com: an enterprise's own, or one for tests. */
  readonly baseUrl?: string;
  readonly log: (text: string) => void;
}

const Client = Octokit.plugin(throttling, retry);

export type GitHubClient = InstanceType<typeof Client>;

/** How often a request is tried again after GitHub asked to wait, and the longest that is waited: a job does not live an hour. */
const patience = 3;
const longestWait = 180;

/** A client that waits when GitHub asks for it, and tries again what failed on the way. */
export function githubClient({ token, baseUrl, log }: GitHubAccess): GitHubClient {
  const wait =
    (why: string) =>
    (seconds: number, options: object, _client: unknown, retryCount: number): boolean => {
      const { method = "", url = "" } = options as { method?: string; url?: string };
      if (seconds > longestWait || retryCount >= patience) {
        log(`${why}: ${method} ${url} is given up, for GitHub asks to wait ${seconds} s`);
        return false;
      }
      log(`${why}: ${method} ${url} waits ${seconds} s (${retryCount + 1} of ${patience})`);
      return true;
    };
  return new Client({
    auth: token,
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
