import { Command } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand } from "../../options/options.ts";
import { print } from "../../terminal/print.ts";

/** `alto images resolve`: resolves the digests of the catalogue. The only command that uses the network. */
export function imagesCommand() {
  return new Command("images")
    .description("manage the image catalogue")
    .addCommand(resolveCommand() as unknown as Command);
}

function resolveCommand() {
  return estateCommand("resolve")
    .description(
      "query the registries for every image digest; the only command that uses the network",
    )
    .option("--write", "write missing digests to artefacts/images.yaml")
    .action(async ({ estate, write }) => {
      const [{ resolveImages, writeDigests }, { alignTable, escapeText }] = await Promise.all([
        import("./resolve-images.ts"),
        import("@altostrata/report"),
      ]);
      const folder = findEstate(estate);
      const images = await resolveImages(folder);
      const rows = images.map(({ name, reference, status, detail }) =>
        [name, status, reference, detail].map(escapeText),
      );
      print(`${alignTable([["IMAGE", "STATUS", "REFERENCE", "DIGEST"], ...rows], 4).join("\n")}\n`);
      if (write) await writeDigests(folder, images);
      const unsure = images.some(
        ({ status }) => status === "failed" || status === "moved" || (status === "new" && !write),
      );
      process.exitCode = unsure ? 1 : 0;
    });
}
