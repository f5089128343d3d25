import type { Manifest } from "../../model/manifest.ts";
import type { Report } from "../problem.ts";

/** Todo. */
export function checkCode(_manifest: Manifest, _report: Report): void {}
