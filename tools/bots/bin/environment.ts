/** What a workflow gives its steps, as far as bots read it. */
export interface WorkflowEnvironment {
  readonly GITHUB_TOKEN: string;
  readonly GITHUB_REPOSITORY: string;
  readonly GITHUB_EVENT_PATH: string;
  readonly GITHUB_API_URL: string;
  /** Login of the account that the token belongs to. */
  readonly BOT_LOGIN: string;
}

const needed = ["GITHUB_TOKEN", "GITHUB_REPOSITORY", "GITHUB_EVENT_PATH"] as const;

/** The workflow's environment. Throws when something is missing, with the names of all that is. */
export function environmentOf(
  variables: Readonly<Record<string, string | undefined>>,
): WorkflowEnvironment {
  const missing = needed.filter((name) => !variables[name]);
  if (missing.length > 0) {
    throw new Error(`This runs in a workflow: ${missing.join(", ")} must be set.`);
  }
  return {
    GITHUB_TOKEN: variables["GITHUB_TOKEN"] ?? "",
    GITHUB_REPOSITORY: variables["GITHUB_REPOSITORY"] ?? "",
    GITHUB_EVENT_PATH: variables["GITHUB_EVENT_PATH"] ?? "",
    GITHUB_API_URL: variables["GITHUB_API_URL"] ?? "https://api.github.com",
    BOT_LOGIN: variables["BOT_LOGIN"] ?? "github-actions[bot]",
  };
}
