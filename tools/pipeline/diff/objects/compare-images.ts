import type { ImageChange, ObjectChange } from "../../model/comparison/comparison.ts";
import { isRecord } from "../../model/values/json-record.ts";

/** Lists the images that the changes add and remove, paired by repository, with their places. */
export function compareImages(changes: readonly ObjectChange[]): readonly ImageChange[] {
  const found = new Map<string, ImageChange>();
  for (const change of changes) {
    for (const image of imagesOf(change)) {
      const key = [image.repository, image.base, image.head].join("\0");
      const places = [...(found.get(key)?.places ?? []), ...change.places];
      found.set(key, { ...image, places: uniquePlaces(places) });
    }
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

function imagesOf({ base, head }: ObjectChange): readonly Omit<ImageChange, "places">[] {
  const before = referencesOf(base);
  const after = referencesOf(head);
  const repositories = [...new Set([...before, ...after].map(repositoryOf))];
  return repositories.flatMap((repository) => {
    const gone = [...before].find(
      (image) => repositoryOf(image) === repository && !after.has(image),
    );
    const come = [...after].find(
      (image) => repositoryOf(image) === repository && !before.has(image),
    );
    if (gone === undefined && come === undefined) return [];
    return [
      {
        repository,
        ...(gone === undefined ? {} : { base: gone }),
        ...(come === undefined ? {} : { head: come }),
        pinned: (come ?? gone ?? "").includes("@sha256:"),
      },
    ];
  });
}

function referencesOf(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) referencesOf(item, found);
  else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      if ((key === "image" || key === "imageName") && typeof item === "string") found.add(item);
      else referencesOf(item, found);
    }
  }
  return found;
}

/** The reference without tag and digest. A colon before the last slash belongs to the registry's port. */
function repositoryOf(reference: string): string {
  const [name = ""] = reference.split("@");
  const tag = name.indexOf(":", name.lastIndexOf("/") + 1);
  return tag === -1 ? name : name.slice(0, tag);
}

function uniquePlaces(places: ImageChange["places"]): ImageChange["places"] {
  const unique = new Map(places.map((place) => [`${place.environment}\0${place.target}`, place]));
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
}
