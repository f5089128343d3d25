import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { programCacheFolder } from "@altostrata/maintain/programs/program-cache-folder.ts";
import { output } from "../machine/start-machine.ts";
import type { ImageRecipe } from "./image-recipe.ts";
import { folderDigest } from "./folder-digest.ts";
import { writeLayout } from "./write-layout.ts";

const release = "bookworm";
const unneeded = ["usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/info"];

/** Builds an image as an OCI layout and returns its folder; an unchanged recipe with unchanged files comes from the cache. */
export function buildImage(recipe: ImageRecipe): string {
  const cache = join(programCacheFolder(), "images");
  const layout = join(cache, `${recipe.repository.replaceAll("/", "-")}-${digestOf(recipe)}`);
  if (existsSync(layout)) return layout;
  mkdirSync(cache, { recursive: true });
  // Built beside its place and renamed, so that a build killed in the middle leaves no half image.
  const work = mkdtempSync(join(cache, "unfinished-"));
  try {
    const files = [...packageLayers(recipe, work), fileLayer(recipe, work)];
    const unfinished = join(work, "layout");
    const base = recipe.base === undefined ? undefined : buildImage(recipe.base);
    writeLayout(unfinished, recipe, { base, files });
    renameSync(unfinished, layout);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return layout;
}

function digestOf(recipe: ImageRecipe): string {
  const { base, ...own } = recipe;
  const below = base === undefined ? "" : digestOf(base);
  const files = Object.values(recipe.files).map(folderDigest);
  return createHash("sha256")
    .update(JSON.stringify([release, below, own, files]))
    .digest("hex")
    .slice(0, 16);
}

function packageLayers({ packages, remove = [] }: ImageRecipe, work: string): string[] {
  if (packages.length === 0) return [];
  const layer = join(work, "packages.tar");
  // Packages are unpacked, not configured: no script of theirs runs.
  output("mmdebstrap", [
    "--quiet",
    "--variant=extract",
    `--include=${packages.join(",")}`,
    `--customize-hook=cd "$1" && rm -rf ${[...unneeded, ...remove].join(" ")}`,
    release,
    layer,
    "http://deb.debian.org/debian",
  ]);
  return [layer];
}

function fileLayer(recipe: ImageRecipe, work: string): string {
  const root = join(work, "root");
  const place = (path: string): string => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    return join(root, path);
  };
  mkdirSync(root);
  for (const [path, source] of Object.entries(recipe.files))
    cpSync(source, place(path), { recursive: true, dereference: true });
  for (const [path, text] of Object.entries(recipe.texts ?? {})) writeFileSync(place(path), text);
  for (const [path, target] of Object.entries(recipe.links ?? {})) symlinkSync(target, place(path));
  const layer = join(work, "files.tar");
  const stable = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner"];
  output("tar", [...stable, "--directory", root, "--create", "--file", layer, "."]);
  return layer;
}
