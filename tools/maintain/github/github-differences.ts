/** One request to the emulator and the status of its answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: Buffer;
  readonly status: number;
}

/** Corrects answers of the emulator where GitHub's own differ, by GitHub's documentation of its REST API. */
export interface GitHubDifferences {
  readonly correct: (exchange: Exchange, body: Buffer) => Promise<Buffer>;
}

/**
 * Four differences matter here: on GitHub the head of a pull request follows its branch, its files are those that it changes, an
 * update of a check run adds its annotations to those that are there, which a list then gives as an array, and a check run says where
 * they are.
 */
export function gitHubDifferences(target: string): GitHubDifferences {
  const annotations = new Map<string, unknown[]>();
  return {
    correct: async (exchange, body) => {
      if (exchange.status >= 400) return body;
      if (exchange.method === "GET" && /\/pulls(\/[0-9]+)?(\?|$)/.test(exchange.url)) {
        return json(await withCurrentHead(target, parse(body)));
      }
      const files = /^(.*\/pulls\/[0-9]+)\/files/.exec(exchange.url)?.[1];
      if (files !== undefined) return json(pageOf(await changedFiles(target, files), exchange.url));
      if (/\/check-runs(\/[0-9]+)?$/.test(exchange.url)) {
        const run = parse(body) as CheckRun;
        keepAnnotations(annotations, exchange, run);
        return json(withAnnotationsUrl(run));
      }
      if (/\/commits\/[^/]+\/check-runs(\?|$)/.test(exchange.url)) {
        const listed = parse(body) as { check_runs: readonly CheckRun[] };
        return json({ ...listed, check_runs: listed.check_runs.map(withAnnotationsUrl) });
      }
      const listed = /\/check-runs\/([0-9]+)\/annotations/.exec(exchange.url)?.[1];
      if (listed !== undefined) return json(pageOf(annotations.get(listed) ?? [], exchange.url));
      return body;
    },
  };
}

function withAnnotationsUrl(run: CheckRun): CheckRun {
  return { ...run, output: { ...run.output, annotations_url: `${run.url}/annotations` } };
}

/** The files of a pull request, which the emulator knows as those of a comparison. */
async function changedFiles(target: string, pull: string): Promise<readonly unknown[]> {
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(target + path, { headers: { authorization: "Bearer owner" } });
    return response.json();
  };
  const [{ head, base }] = (await withCurrentHead(target, [await get(pull)])) as [PullRequest];
  const [repository = ""] = pull.split("/pulls/");
  const compared = await get(`${repository}/compare/${base.sha}...${head.sha}`);
  return (compared as { files: unknown[] }).files;
}

interface CheckRun {
  readonly id: number;
  readonly url: string;
  readonly output: object;
}

interface PullRequest {
  readonly base: { readonly sha: string };
  readonly head: {
    sha: string;
    readonly ref: string;
    readonly repo: { readonly full_name: string };
  };
}

async function withCurrentHead(target: string, answer: unknown): Promise<unknown> {
  const pulls = (Array.isArray(answer) ? answer : [answer]) as PullRequest[];
  for (const { head } of pulls) {
    const url = `${target}/repos/${head.repo.full_name}/git/ref/heads/${head.ref}`;
    const response = await fetch(url, { headers: { authorization: "Bearer owner" } });
    if (response.ok) head.sha = ((await response.json()) as { object: { sha: string } }).object.sha;
  }
  return answer;
}

function keepAnnotations(
  kept: Map<string, unknown[]>,
  { method, sent }: Exchange,
  { id }: { id: number },
): void {
  if (!["POST", "PATCH"].includes(method)) return;
  const { output } = parse(sent) as { output?: { annotations?: unknown[] } };
  kept.set(String(id), [...(kept.get(String(id)) ?? []), ...(output?.annotations ?? [])]);
}

function pageOf(list: readonly unknown[], url: string): readonly unknown[] {
  const { searchParams } = new URL(url, "http://localhost");
  const size = Number(searchParams.get("per_page") ?? 30);
  const page = Number(searchParams.get("page") ?? 1);
  return list.slice((page - 1) * size, page * size);
}

function parse(body: Buffer): unknown {
  return body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
