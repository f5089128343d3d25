import type { EmbeddedValue } from "../../model/kubernetes/manifest.ts";
import type { Path } from "../../model/origins/origin.ts";
import type { SkeletonNode } from "./skeleton.ts";
import { traceSource, type Traceable } from "./trace-source.ts";

/** Lists the scalars of a rendered config file in order, each with its source, like `sourceAt` for a manifest. */
export function embeddedValues(
  documents: readonly SkeletonNode[],
  traceable: Omit<Traceable, "document">,
): EmbeddedValue[] {
  return documents.flatMap((document) => valuesBelow(document, [], traceable));
}

function valuesBelow(
  node: SkeletonNode,
  path: Path,
  traceable: Omit<Traceable, "document">,
): EmbeddedValue[] {
  switch (node.kind) {
    case "map":
      return node.entries.flatMap(({ key, value }) => {
        const name = typeof key === "string" ? key : textOf(key, traceable);
        return valuesBelow(value, [...path, name], traceable);
      });
    case "list":
      return node.items.flatMap((item, index) => valuesBelow(item, [...path, index], traceable));
    case "literal":
      return [{ path, value: plain(node.value), source: sourceOf(node, traceable) }];
    case "value":
      return [
        { path, value: traceable.values[node.index]?.value, source: sourceOf(node, traceable) },
      ];
    case "text": {
      const value = textOf(node, traceable);
      // Each expression of a string has its own source.
      return node.parts
        .filter((part) => typeof part === "number")
        .map((index) => ({
          path,
          value,
          source: sourceOf({ kind: "value", index, offset: node.offset }, traceable),
        }));
    }
  }
}

// TOML's whole numbers are read with all their digits.
function plain(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function sourceOf(node: SkeletonNode, traceable: Omit<Traceable, "document">) {
  return traceSource({ ...traceable, document: node }, []);
}

function textOf(
  node: Extract<SkeletonNode, { kind: "value" | "text" }>,
  { values }: Pick<Traceable, "values">,
): string {
  const parts = node.kind === "value" ? [node.index] : node.parts;
  return parts
    .map((part) => (typeof part === "number" ? String(values[part]?.value) : part))
    .join("");
}
