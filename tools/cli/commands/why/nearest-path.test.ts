import { expect, it } from "vitest";
import { nearestPath } from "./nearest-path.ts";

const object = {
  spec: { containers: [{ name: "web", env: [] }, { name: "side.car" }, {}] },
};

it.for([
  ["spec.containers.web.image", "spec.containers.web", ["name", "env"]],
  ["spec.containers.wbe", "spec.containers", ["web", "side.car", "2"]],
  ["sepc", "", ["spec"]],
  ["spec.containers.web.name.more", "spec.containers.web.name", []],
] as const)("the nearest existing path to %s is %s", ([text, path, keys]) => {
  expect(nearestPath(object, text)).toEqual({ path, keys });
});
