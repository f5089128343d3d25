import { Argument } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, today } from "../../options/options.ts";
import { print } from "../../terminal/print.ts";

const listable = ["environments", "targets", "systems", "manifests", "rules", "images"] as const;

/** `alto list WHAT`: lists one kind of content as a table. */
export function listCommand() {
  return estateCommand("list")
    .description("list the contents of the estate as a table")
    .addArgument(new Argument("<what>", "what to list").choices(listable))
    .action(async (what, options) => {
      const [{ listEstate }, { alignTable, escapeText }] = await Promise.all([
        import("./list-estate.ts"),
        import("@altostrata/report"),
      ]);
      const { head, rows } = await listEstate(what, findEstate(options.estate), today());
      const cells = rows.map((row) => row.map(escapeText));
      print(`${alignTable([head, ...cells], head.length).join("\n")}\n`);
    });
}
