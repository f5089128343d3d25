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
  /**
   * `kept`: the catalogue has this digest; `new`: it had none; `moved`: the tag has another digest now; `failed`:
   * unknown.
   */
  readonly status: "kept" | "new" | "moved" | "failed";
  /** The digest in the registry, or the reason why it is unknown. */
  readonly detail: string;
}

/** Resolves every image of the catalogue, sorted by name. Throws CannotRunError without a valid catalogue. */
export async function resolveImages(estate: string): Promise<readonly ResolvedImage[]> {
  const { value } = await readCatalogue(estate);
  const names = Object.keys(value.images).sort();
  return Promise.all(names.map((name) => resolveImage(name, value.images[name]!)));
}

/**
 * Writes new digests into the catalogue in place. Existing digests stay: a person must review a moved tag. Throws
 * CannotRunError when the file cannot be written.
 */
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
