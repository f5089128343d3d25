import { inject } from "vitest";
import { buildImage } from "./build-image.ts";
import type { ImageRecipe } from "./image-recipe.ts";
import { pushLayout } from "./push-layout.ts";

/** Pushes an image to the run's registry and returns the reference that pins its digest. */
export async function publishImage(recipe: ImageRecipe): Promise<string> {
  const { host } = inject("registry");
  const digest = await pushLayout(host, recipe, buildImage(recipe));
  return `${host}/${recipe.repository}@${digest}`;
}
