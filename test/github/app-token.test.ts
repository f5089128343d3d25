import { generateKeyPairSync } from "node:crypto";
import { appToken, githubClient } from "@altostrata/bots";
import { startGitHub, type LocalGitHub } from "@altostrata/maintain/github/start-github.ts";
import { afterEach, describe, expect, it } from "vitest";

const repository = { owner: "owner", repo: "estate" };
const needed = { checks: "write", contents: "read", pull_requests: "write" };
let github: LocalGitHub;
afterEach(() => github.close());

async function token(privateKey = github.app.privateKey): Promise<string> {
  const client = githubClient({ baseUrl: github.url, log: () => undefined });
  return await appToken({ appId: github.app.appId, privateKey, repository, client });
}

function requested(): unknown {
  const request = github.exchanges.find(({ url }) => url.endsWith("/access_tokens"));
  return JSON.parse(String(request?.sent));
}

describe("appToken", { timeout: 60_000 }, () => {
  it("limits the token to one repository and the required permissions", async () => {
    github = await startGitHub();
    const made = await token();
    const permissions = { ...needed, members: "read" };
    expect(requested()).toEqual({ repositories: ["estate"], permissions });
    const client = githubClient({ token: made, baseUrl: github.url, log: () => undefined });
    const file = { ...repository, path: "a", message: "a", content: "YQ==" };
    await expect(client.rest.repos.createOrUpdateFileContents(file)).rejects.toThrow("Forbidden");
  });

  it("works without team members, which an App of a personal account cannot read", async () => {
    github = await startGitHub({ permissions: needed });
    await token();
    expect(requested()).toEqual({ repositories: ["estate"], permissions: needed });
  });

  it("names the permissions that the App lacks", async () => {
    github = await startGitHub({ permissions: { ...needed, checks: "read", contents: "write" } });
    await expect(token()).rejects.toThrow("lacks the permissions checks: write. Add them");
  });

  it("fails with a key of another App", async () => {
    github = await startGitHub();
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    await expect(token(privateKey)).rejects.toThrow();
  });
});
