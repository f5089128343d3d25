import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Images, Named } from "@altostrata/pipeline";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { readDesiredState } from "../../files/read-desired-state.ts";
import { editText } from "../../files/edit-text.ts";
import { writeFiles } from "../../files/write-files.ts";
import { parseRepository } from "./parse-repository.ts";
import { resolveDigest } from "./resolve-digest.ts";

export interface ResolvedImage {
  readonly name: string;
  readonly reference: string;
  /** `kept`: the catalogue has it; `new`: it was open; `moved`: the tag means another image now; `failed`: nobody knows. */
  readonly status: "kept" | "new" | "moved" | "failed";
  /** The digest that the registry has, or why it is not known. */
  readonly detail: string;
}

/** Asks the registries for every image of the catalogue, sorted by name. Throws CannotRunError without a sound catalogue. */
export async function resolveImages(estate: string): Promise<readonly ResolvedImage[]> {
  const { value } = await readCatalogue(estate);
  const names = Object.keys(value.images).sort();
  return Promise.all(names.map((name) => resolveImage(name, value.images[name]!)));
}

/** Writes newly known digests into the catalogue, in place; those that it has stay, since a moved tag is for people to judge. Throws CannotRunError when it cannot be written. */
export async function writeDigests(
  estate: string,
  resolved: readonly ResolvedImage[],
): Promise<void> {
  const catalogue = await readCatalogue(estate);
  const path = join(estate, catalogue.file);
  const edits = resolved
    .filter(({ status }) => status === "new")
    .map(({ name, detail }) => ({ path: ["images", name, "digest"], replacement: detail }));
  const file = { path: catalogue.file, kind: "images", names: {}, value: catalogue.value } as const;
  writeFiles(new Map([[path, editText(readFileSync(path, "utf8"), file, edits)]]), {
    within: estate,
  });
}

async function readCatalogue(estate: string): Promise<Named<Images>> {
  const { desiredState } = await readDesiredState(estate);
  if (desiredState.images) return desiredState.images;
  throw new CannotRunError(
    "artefacts/images.yaml is missing or invalid. Run alto validate for details.",
  );
}

async function resolveImage(name: string, image: Images["images"][string]): Promise<ResolvedImage> {
  const reference = `${image.repository}:${image.tag}`;
  const answer = await resolveDigest(parseRepository(image.repository), image.tag);
  if ("problem" in answer) return { name, reference, status: "failed", detail: answer.problem };
  const { digest } = answer;
  if (image.digest === null) return { name, reference, status: "new", detail: digest };
  return { name, reference, status: image.digest === digest ? "kept" : "moved", detail: digest };
}
