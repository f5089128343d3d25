import type { EnvironmentState } from "../model/estate/desired-state.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import { isRecord } from "../model/values/json-record.ts";
import type { Waivers } from "../model/kinds/waivers.ts";
import { copyOrigin } from "../model/origins/origin.ts";
import { checkFile } from "./check-file.ts";

/**
 * The valid entries of an invalid waivers file, and the rules of the others: one typo must not disable all waivers.
 */
export function salvageWaivers(
  file: EstateFile,
): Pick<EnvironmentState, "waivers" | "unreadWaivers"> {
  const { value: document, path } = file;
  if (file.unsound === "file" || !isRecord(document)) return { unreadWaivers: "all" };
  const entries: unknown = document["waivers"];
  const isInvalid = (waivers: readonly unknown[]) =>
    checkFile({ ...file, value: { ...document, waivers } }).length > 0;
  if (!Array.isArray(entries) || isInvalid([])) return { unreadWaivers: "all" };
  const valid: unknown[] = [];
  const invalidRules: unknown[] = [];
  for (const [index, entry] of entries.entries()) {
    if (isInvalid([entry])) {
      invalidRules.push(isRecord(entry) ? entry["rule"] : undefined);
    } else {
      const place = { container: valid, key: valid.length };
      copyOrigin({ container: entries, key: index }, place);
      valid.push(entry);
    }
  }
  return {
    // Each entry was checked, and so was the file without the invalid ones.
    waivers: { name: "waivers", file: path, value: { ...document, waivers: valid } as Waivers },
    unreadWaivers: invalidRules.every((rule) => typeof rule === "string") ? invalidRules : "all",
  };
}
