import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { printNote } from "@altostrata/bots";
import { createFixture } from "fs-fixture";
import { expect, it } from "vitest";
import { estateRepository } from "@altostrata/maintain/estate/estate-repository.ts";
import {
  repositoryPath,
  startGitHub,
  type LocalGitHub,
} from "@altostrata/maintain/github/start-github.ts";

const gate = join(import.meta.dirname, "../../tools/bots/bin/gate.ts");
const production = "environments/production";

/** A pull request of `owner` on a GitHub that knows nothing of the estate: the gate reads that from git. */
async function openPullRequest({ ask }: LocalGitHub): Promise<void> {
  const main = (await ask("owner", "GET", `${repositoryPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  const branch = { ref: "refs/heads/change", sha: main.object.sha };
  await ask("owner", "POST", `${repositoryPath}/git/refs`, branch);
  await ask("owner", "PUT", `${repositoryPath}/contents/a`, {
    message: "a",
    content: "YQ==",
    branch: "change",
  });
  const pull = { title: "Change", head: "change", base: "main" };
  await ask("owner", "POST", `${repositoryPath}/pulls`, pull);
}

it(
  "lets production change with a note and with the approval of who is affected",
  { timeout: 240_000 },
  async () => {
    const github = await startGitHub();
    await using estate = await estateRepository();
    await using outside = await createFixture();
    const run = async (event: object): Promise<{ code: unknown; said: string }> => {
      await outside.writeFile("event.json", JSON.stringify(event));
      const child = spawn(process.execPath, [gate], {
        cwd: estate.path,
        env: {
          PATH: process.env["PATH"],
          GITHUB_TOKEN: "bot",
          GITHUB_REPOSITORY: "owner/estate",
          GITHUB_API_URL: github.url,
          GITHUB_EVENT_PATH: outside.getPath("event.json"),
        },
      });
      const [said, errors, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, "close"),
      ]);
      return { code, said: said + errors };
    };
    try {
      await openPullRequest(github);
      const owned = 'owners: ["@example/platform", "@stranger"]';
      const base = await estate.edit(
        `${production}/environment.yaml`,
        'owners: ["@example/platform"]',
        owned,
      );
      const change = await estate.edit(
        `${production}/apim/master.yaml`,
        "min: 3, max: 12",
        "min: 4, max: 12",
      );

      const early = await run({
        pull_request: { number: 1, head: { sha: change }, base: { sha: base } },
      });
      expect(early).toMatchObject({ code: 1 });
      expect(early.said).toContain("refused: production changes and serves production");
      expect(early.said).toMatch(/^@stranger has not approved/m);
      expect(early.said).toMatch(/^@example\/platform must look/m);

      const note = printNote({ environments: { production: "minor" }, text: "More gateways." });
      await writeFile(join(estate.path, "environments/.changeset/gateways.md"), note);
      await estate.git.add("environments").commit("note");
      const head = (await estate.git.revparse(["HEAD"])).trim();
      const queued = {
        merge_group: {
          head_sha: head,
          base_sha: base,
          head_ref: `refs/heads/gh-readonly-queue/main/pr-1-${base}`,
        },
      };
      const unseen = await run(queued);
      expect(unseen).toMatchObject({ code: 1 });
      expect(unseen.said).toMatch(/^refused: @stranger has not approved/m);
      expect(unseen.said).toContain("1 refusals");

      await github.ask("stranger", "POST", `${repositoryPath}/pulls/1/reviews`, {
        event: "APPROVE",
        commit_id: head,
      });
      // Anybody on GitHub can approve; it counts from people who may write.
      expect((await run(queued)).said).toMatch(/^refused: @stranger has not approved/m);
      await github.ask("owner", "PUT", `${repositoryPath}/collaborators/stranger`, {
        permission: "push",
      });
      const seen = await run(queued);
      expect(seen).toMatchObject({ code: 0, said: expect.stringContaining("passed") });

      // What comes after the approval and renders nothing is not what was approved.
      await mkdir(join(estate.path, ".github"));
      await writeFile(join(estate.path, ".github/later.yml"), "jobs: {}\n");
      await estate.git.add(".github").commit("later");
      const later = (await estate.git.revparse(["HEAD"])).trim();
      const merge_group = { ...queued.merge_group, head_sha: later };
      const changed = await run({ merge_group });
      expect(changed).toMatchObject({ code: 1 });
      expect(changed.said).toContain(
        "refused: the effect changed since approval by @stranger, on the file .github/later.yml.",
      );
    } finally {
      await github.close();
    }
  },
);
