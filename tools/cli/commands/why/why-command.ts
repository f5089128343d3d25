import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, today } from "../../options/options.ts";
import { print } from "../../terminal/print.ts";

/** `alto why`: shows the layers that set a manifest value, strongest first, and the template line that wrote it. */
export function whyCommand() {
  return estateCommand("why")
    .description("show the source of a manifest value, layer by layer")
    .argument("<where>", "environment/target, such as production/aws-frankfurt")
    .argument("<object>", "Kind/namespace/name, or Kind/name for objects without a namespace")
    .argument(
      "<path>",
      "dotted path; list elements by name or position: spec.template.spec.containers.gateway.image",
    )
    .action(async (where, object, path, options) => {
      const [{ explainValue }, { reportWhy }] = await Promise.all([
        import("./explain-value.ts"),
        import("@altostrata/report"),
      ]);
      const asked = { where, object, path };
      const explained = await explainValue(
        { estate: findEstate(options.estate), asOf: today() },
        asked,
      );
      print(reportWhy(explained));
    });
}
