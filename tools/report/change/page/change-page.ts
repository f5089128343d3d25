import { createHash } from "node:crypto";
import type { Comparison, ObjectChange } from "@altostrata/pipeline";
import { htmlText } from "../../document/escape-text.ts";
import type { Section } from "../../document/node.ts";
import { printHtml } from "../../document/print-html.ts";
import { count } from "../../document/inline.ts";
import { changeSections } from "../change-sections.ts";
import { describeObject } from "../describe-change.ts";
import { graphSvg } from "./graph-svg.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { changeNode } from "../sections/changes-section.ts";

/**
 * Prints a comparison as one self-contained HTML file. It works from a disk and without scripts, and its content security policy
 * forbids requests and foreign scripts.
 */
export function changePage(comparison: Comparison): string {
  const { base, head } = comparison;
  const title = `From ${base.label} to ${head.label}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${sha256(pageScript)}'; base-uri 'none'; form-action 'none'`;
  const sections = changeSections(comparison).filter(({ name }) => name !== "changes");
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(title)}</title><style>${pageStyle}</style></head><body>`,
    `<header><h1>${htmlText(title)}</h1>${controls}</header><main>`,
    ...sections.map((section) => printSection(section, comparison)),
    placesSection(comparison),
    changesOf(comparison),
    `</main><script>${pageScript}</script></body></html>`,
    "",
  ].join("\n");
}

const controls = `<div class="controls"><label><input type="checkbox" id="side-by-side"> side by side</label><div id="controls" hidden><label>Search <input type="search" id="search" placeholder="object, target, field"></label> <span id="found" role="status"></span></div></div>`;

function printSection({ name, title, variants }: Section, comparison: Comparison): string {
  const nodes = variants[0] ?? [];
  const drawings = name === "topology" ? graphsOf(comparison) : "";
  if (nodes.length === 0 && drawings === "") return "";
  const heading = title === "" ? "" : `<h2 id="${name}">${htmlText(title)}</h2>`;
  return `<section>${heading}${printHtml(nodes.filter((node) => !isDrawing(node)))}${drawings}</section>`;
}

/** The page has its own drawings instead of Mermaid sources. */
function isDrawing(node: { kind: string; body?: readonly { kind: string }[] }): boolean {
  return node.kind === "details" && (node.body ?? []).every(({ kind }) => kind === "mermaid");
}

function graphsOf({ graphs }: Comparison): string {
  return graphs
    .map(({ base, head }) => {
      const figures = [
        ...(base ? [figure("before", graphSvg(base, { other: head, mark: "removed" }))] : []),
        ...(head ? [figure("after", graphSvg(head, { other: base, mark: "added" }))] : []),
      ];
      const name = head ?? base;
      return `<h3>${htmlText(`${name?.environment}/${name?.system}`)}</h3><div class="graphs">${figures.join("")}</div>`;
    })
    .join("\n");
}

function figure(caption: string, drawing: string): string {
  return `<figure><figcaption>${caption}</figcaption>${drawing}</figure>`;
}

/** Links each environment and target to its changes. */
function placesSection({ changes, targets }: Comparison): string {
  if (changes.length === 0) return "";
  const environments = Map.groupBy(targets, ({ environment }) => environment);
  const parts = [...environments].map(([environment, pairs]) => {
    const lists = pairs.map(({ target }) => {
      const links = changes.flatMap((change, index) =>
        isAt(change, environment, target)
          ? [
              `<li><a href="#change-${index}">${htmlText(`${change.change} ${describeObject(change)}`)}</a></li>`,
            ]
          : [],
      );
      return `<h3>${htmlText(target)}</h3><ul>${links.join("")}</ul>`;
    });
    return `<details><summary>${htmlText(environment)}, ${count(pairs.length, "target")}</summary>${lists.join("")}</details>`;
  });
  return `<section><h2 id="places">By environment and target</h2>${parts.join("\n")}</section>`;
}

function isAt({ places }: ObjectChange, environment: string, target: string): boolean {
  return places.some((place) => place.environment === environment && place.target === target);
}

function changesOf({ changes }: Comparison): string {
  if (changes.length === 0) return "";
  const entries = changes.map(
    (change, index) =>
      `<div id="change-${index}" data-entry>${printHtml([changeNode(change, Infinity)])}</div>`,
  );
  return `<section><h2 id="changes">Manifests</h2>${entries.join("\n")}</section>`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
