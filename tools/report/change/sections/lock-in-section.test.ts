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

it("says of a figure that moves alike in several environments once how it moves", () => {
  const move = { figure: "readiness", base: "1 of 4", head: "2 of 4" } as const;
  const figures = ["a", "b"].map((environment) => ({ environment, ...move }));
  const text = said({
    ...nothing,
    figures: [...figures, { ...move, environment: "c", base: "0 of 4" }],
  });
  expect(text).toContain('{"strong":"a, b"},": exit readiness 1 of 4 -> 2 of 4"');
  expect(text).toContain('{"strong":"c"},": exit readiness 0 of 4 -> 2 of 4"');
});

it("is not there when nothing moved", () => {
  expect(lockInSection({ lockIn: nothing } as unknown as Comparison).variants).toEqual([]);
});
