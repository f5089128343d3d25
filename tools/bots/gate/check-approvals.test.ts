import { describe, expect, it } from "vitest";
import { approvalsThatRefuse, checkApprovals } from "./check-approvals.ts";

const seen = { "the file a": "1", "production/x/Deployment/a": "2" };
const other = { ...seen, "the file tools/evil.ts": "3" };

describe("checkApprovals", () => {
  it("keeps approvals of this effect, and lists the differences of the others", () => {
    const approvals = [
      { login: "ann", effect: seen },
      { login: "ben", effect: other },
      { login: "cem" },
    ];
    expect(checkApprovals(other, approvals)).toEqual({
      standing: ["ben"],
      void: [
        { login: "ann", differing: ["the file tools/evil.ts"] },
        { login: "cem", differing: [] },
      ],
    });
  });
});

describe("approvalsThatRefuse", () => {
  const lost = { login: "ann", differing: ["the file tools/evil.ts"] };

  it.each([
    ["nobody approved the present effect", { standing: [], void: [lost] }, [true], [lost]],
    [
      "only an outsider approved this effect, and the members of the team are unknown",
      { standing: ["ben"], void: [lost] },
      [true, false],
      [lost],
    ],
    [
      "all owners are known and listed individually",
      { standing: ["ben"], void: [lost] },
      [true],
      [],
    ],
    ["nobody approved anything", { standing: [], void: [] }, [false], []],
  ])("when %s", (_, approvals, known, refusing) => {
    const owners = known.map((one) => ({ known: one }));
    expect(approvalsThatRefuse(approvals, owners)).toEqual(refusing);
  });
});
