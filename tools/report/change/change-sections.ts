import type { Comparison } from "@altostrata/pipeline";
import type { Section } from "../document/node.ts";
import { changesSection } from "./sections/changes-section.ts";
import { findingsSection } from "./sections/findings-section.ts";
import { imagesSection } from "./sections/images-section.ts";
import { lockInSection } from "./sections/lock-in-section.ts";
import { mustReadSection } from "./sections/must-read-section.ts";
import { ownersSection } from "./sections/owners-section.ts";
import { paritySection } from "./sections/parity-section.ts";
import { renamesSection } from "./sections/renames-section.ts";
import { targetsSection } from "./sections/targets-section.ts";
import { topologySection } from "./sections/topology-section.ts";
import { verdictSection } from "./sections/verdict-section.ts";

/** Builds the report of a comparison in the order of a reviewer's questions: the verdict first, details last. */
export function changeSections(comparison: Comparison): readonly Section[] {
  return [
    verdictSection(comparison),
    renamesSection(comparison),
    mustReadSection(comparison),
    targetsSection(comparison),
    ownersSection(comparison),
    topologySection(comparison),
    lockInSection(comparison),
    findingsSection(comparison),
    imagesSection(comparison),
    paritySection(comparison),
    changesSection(comparison),
  ];
}
