import { buildGoProgram } from "./build-go-program.ts";
import { GoCommandError } from "./go-command.ts";
import { toolRecipes } from "./go-recipes.ts";
import { installPythonProgram } from "./install-python-program.ts";
import { pythonRecipes } from "./python-recipes.ts";

// Prints the path of a program for tests and the bench. Builds or installs it if it is not cached.
const name = process.argv[2] ?? "";
try {
  const program = programPath(name);
  console.log(program);
} catch (error) {
  if (!(error instanceof GoCommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function programPath(wanted: string): string {
  const goRecipe = toolRecipes[wanted];
  if (goRecipe !== undefined) return buildGoProgram(goRecipe);
  const pythonRecipe = pythonRecipes[wanted];
  if (pythonRecipe !== undefined) return installPythonProgram(pythonRecipe);
  const names = [...Object.keys(toolRecipes), ...Object.keys(pythonRecipes)].join(", ");
  throw new GoCommandError(`Unknown tool "${wanted}". Choose one of: ${names}`);
}
