import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const root = "/sys/fs/cgroup";

/** Makes a control group for a cloud's pods in every hierarchy of version 1, or the one of version 2. */
export function makeControlGroup(name: string): void {
  for (const hierarchy of ownHierarchies()) mkdirSync(join(hierarchy, name), { recursive: true });
  const cpuset = join(root, "cpuset");
  if (!existsSync(cpuset)) return;
  // A new group has no processors; pods in it could not start.
  for (const file of ["cpuset.mems", "cpuset.cpus"])
    writeFileSync(join(cpuset, name, file), readFileSync(join(cpuset, file)));
}

/** The folders of control groups whose names start like this. */
export function findControlGroups(start: string): string[] {
  // The runtime makes groups in the hierarchy of version 2 too where both versions are mounted.
  return [...ownHierarchies(), join(root, "unified")].filter(existsSync).flatMap((hierarchy) =>
    readdirSync(hierarchy)
      .filter((name) => name.startsWith(start))
      .map((name) => join(hierarchy, name)),
  );
}

/** Removes a control group with everything below; its processes must have ended. */
export function removeControlGroup(folder: string): void {
  // Its files cannot be removed, but the folder can once it has no sub-folders.
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeControlGroup(join(folder, entry.name));
  rmdirSync(folder);
}

function ownHierarchies(): string[] {
  if (existsSync(join(root, "cgroup.controllers"))) return [root];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "unified")
    .map(({ name }) => join(root, name));
}
