import { ownersToAsk, type Reviewers } from "@altostrata/bots";
import type { AffectedOwner } from "@altostrata/pipeline";
import { describe, expect, it } from "vitest";

const because: AffectedOwner["because"] = [{ kind: "environment", name: "production" }];
const owners: readonly AffectedOwner[] = ["@ada", "@example/platform", "@example/shop"].map(
  (owner) => ({ owner, because }),
);
const members = new Map([["@example/platform", ["Grace", "linus"]]]);

function asked(reviewers: Partial<Reviewers>): readonly string[] {
  const given = { author: "author", approvals: [], members, ...reviewers };
  return ownersToAsk(owners, given).map(({ owner, known }) => (known ? owner : `${owner}?`));
}

describe("ownersToAsk", () => {
  it("lists every affected owner and marks teams with unknown members", () => {
    expect(asked({})).toEqual(["@ada", "@example/platform", "@example/shop?"]);
  });

  it("counts an approval for the person and for their teams, whatever the case of the login", () => {
    expect(asked({ approvals: ["ADA", "grace"] })).toEqual(["@example/shop?"]);
    expect(asked({ approvals: ["somebody"] })).toHaveLength(3);
  });

  it("does not list the author of the pull request", () => {
    expect(asked({ author: "ada" })).toEqual(["@example/platform", "@example/shop?"]);
  });

  it("lists a team without members, and does not refuse for an unreadable team", () => {
    expect(asked({ members: new Map([["@example/platform", []]]) })).toContain("@example/platform");
    expect(asked({ members: new Map() })).toContain("@example/platform?");
  });
});
