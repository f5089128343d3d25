import { buildGoProgram } from "./build-go-program.ts";
import { CannotRunError } from "./go-command.ts";
import { toolRecipes } from "./go-recipes.ts";

// Prints the path of a program that tests and the bench use, building it first when it is not in the cache.
const name = process.argv[2] ?? "";
const recipe = toolRecipes[name];
if (recipe === undefined) {
  console.error(
    `"${name}" is not a tool that can be built. Choose one of: ${Object.keys(toolRecipes).join(", ")}`,
  );
  process.exitCode = 2;
} else {
  try {
    console.log(buildGoProgram(recipe));
  } catch (error) {
    if (!(error instanceof CannotRunError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
