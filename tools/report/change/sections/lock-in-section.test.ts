import type { Comparison } from "@altostrata/pipeline";
import { expect, it } from "vitest";
import { lockInSection } from "./lock-in-section.ts";

const nothing = { added: [], removed: [], proven: [], unproven: [], figures: [] };

function sectionOf(lockIn: Comparison["lockIn"]): string {
  return JSON.stringify(lockInSection({ lockIn } as Comparison).variants[0] ?? []);
}

it("lists components that are no longer proven, and newly proven ones", () => {
  const web = { application: "shop", component: "web", aspect: "runs", provider: "gcp" } as const;
  const names = { application: "shop", component: "", aspect: "dns", provider: "azure" } as const;
  const text = sectionOf({ ...nothing, unproven: [web], proven: [names] });
  expect(text).toContain('{"strong":"shop/web"}," is no longer proven at gcp"');
  expect(text).toContain('{"strong":"shop"}," (its DNS) is now proven at azure"');
});

it("merges equal changes of a figure in several environments", () => {
  const move = { figure: "readiness", base: "1 of 4", head: "2 of 4" } as const;
  const figures = ["a", "b"].map((environment) => ({ environment, ...move }));
  const text = sectionOf({
    ...nothing,
    figures: [...figures, { ...move, environment: "c", base: "0 of 4" }],
  });
  expect(text).toContain('{"strong":"a, b"},": exit readiness 1 of 4 -> 2 of 4"');
  expect(text).toContain('{"strong":"c"},": exit readiness 0 of 4 -> 2 of 4"');
});

it("is empty without changes", () => {
  expect(lockInSection({ lockIn: nothing } as unknown as Comparison).variants).toEqual([]);
});
