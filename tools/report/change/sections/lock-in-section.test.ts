import type { Comparison } from "@altostrata/pipeline";
import { expect, it } from "vitest";
import { lockInSection } from "./lock-in-section.ts";

const nothing = { added: [], removed: [], proven: [], unproven: [], figures: [] };

function said(lockIn: Comparison["lockIn"]): string {
  return JSON.stringify(lockInSection({ lockIn } as Comparison).variants[0] ?? []);
}

it("names what is no longer proven, and what is now", () => {
  const web = { application: "shop", component: "web", aspect: "runs", provider: "gcp" } as const;
  const names = { application: "shop", component: "", aspect: "dns", provider: "azure" } as const;
  const text = said({ ...nothing, unproven: [web], proven: [names] });
  expect(text).toContain('{"strong":"shop/web"}," is no longer proven at gcp"');
  expect(text).toContain('{"strong":"shop"}," (its names) is now proven at azure"');
});

it("is not there when nothing moved", () => {
  expect(lockInSection({ lockIn: nothing } as unknown as Comparison).variants).toEqual([]);
});
