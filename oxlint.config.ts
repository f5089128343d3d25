// Import directions: cli, bots, maintain -> fix -> report -> topology -> pipeline, and git -> pipeline. In the pipeline a step imports
// model/, yaml/, secrets/ and its own folder; only the files beside the steps import several steps. Effects live at the edge.
// test/house/import-directions.test.ts proves it.

const steps = ["load", "schema", "resolve", "render", "manifests", "policy", "diff"];
// Helpers of the files beside the steps; they import several steps too.
const joining = ["run", "compare"];
const deepestFolder = 3;

const effect =
  "Effects stand at the edge: the command line or the load step reads, and hands in what it read.";
const effects: readonly object[] =
  "child_process dgram dns fs fs/promises http http2 https os tls worker_threads"
    .split(" ")
    .map((name) => ({ name: `node:${name}`, message: effect }));
const network = {
  name: "node:net",
  allowImportNames: ["isIP", "isIPv4", "isIPv6"],
  message: effect,
};

const gitProcesses = ["simple-git", "node:child_process"].map((name) => ({
  name,
  message: "Every git process starts in run-git.ts, where a clone cannot start programs.",
}));

const globals = ["fetch", "performance", "process", "setInterval", "setTimeout", "WebSocket"].map(
  (name) => ({
    name,
    message: "No clock, network or environment below the command line: hand the value in.",
  }),
);

const properties = [
  { object: "Date", property: "now", message: "The day comes in as asOf." },
  { object: "Math", property: "random", message: "Randomness comes in from the edge." },
  { object: "crypto", property: "randomUUID", message: "Randomness comes in from the edge." },
];

const streams = ["stdout", "stderr"].map((property) => ({
  object: "process",
  property,
  message: "Print through tools/cli/terminal/print.ts, which escapes what reaches a terminal.",
}));

const abovePipeline = above("");
const aboveFix = above("(cli|git|bots|clusters|maintain|test)");
const aboveReport = above("(cli|git|bots|clusters|fix|maintain|test)");
const aboveTopology = above("(cli|git|bots|clusters|fix|maintain|report|test)");

export default {
  plugins: ["typescript", "unicorn", "oxc", "import"],
  // Types too: files that name each other in a circle are one file.
  rules: { "import/no-cycle": ["error", { ignoreTypes: false }] },
  overrides: [
    ...steps.flatMap(rulesOfStep),
    imports(
      ["tools/pipeline/model/**/*.ts"],
      [
        abovePipeline,
        knows(`(\\.\\./)+(${[...steps, ...joining].join("|")})/`, "The model is below every step."),
      ],
    ),
    imports(
      ["tools/pipeline/secrets/**/*.ts"],
      [
        abovePipeline,
        knows(`(\\.\\./)+(${[...steps, ...joining].join("|")})/`, "Redaction is below every step."),
      ],
    ),
    imports(["tools/pipeline/*.ts", "tools/pipeline/{run,compare}/*.ts"], [abovePipeline]),
    imports(["tools/topology/**/*.ts"], [aboveTopology]),
    imports(["tools/report/**/*.ts"], [aboveReport]),
    imports(["tools/{bots,cli}/**/*.ts"], [above("(maintain|test)")], []),
    imports(["tools/fix/**/*.ts"], [aboveFix]),
    imports(["tools/git/**/*.ts"], [aboveTopology], gitProcesses),
    imports(["tools/git/run-git.ts"], [aboveTopology], []),
    {
      files: ["tools/{pipeline,topology,report,fix}/**/*.ts"],
      rules: {
        "no-restricted-globals": ["error", ...globals],
        "no-restricted-properties": ["error", ...properties],
      },
    },
    {
      files: ["tools/cli/**/*.ts"],
      rules: { "no-restricted-properties": ["error", ...streams] },
    },
    { files: ["tools/cli/terminal/*.ts"], rules: { "no-restricted-properties": "off" } },
    {
      files: ["**/*.test.ts", "**/testing/**", "tools/**/sample-*.ts"],
      rules: {
        "no-restricted-imports": "off",
        "no-restricted-globals": "off",
        "no-restricted-properties": "off",
      },
    },
  ],
};

/** A step has folders with the names of others (`manifests/schema`), so what leads out of it depends on the depth. */
function rulesOfStep(step: string): readonly object[] {
  const others = [...steps, ...joining].filter((other) => other !== step).join("|");
  return Array.from({ length: deepestFolder }, (_, depth) =>
    imports(
      [`tools/pipeline/${step}/${"*/".repeat(depth)}*.ts`],
      [
        abovePipeline,
        knows(
          `${"\\.\\./".repeat(depth + 1)}(${others})/`,
          "A step imports model/ and its own folder; only the files beside the steps know all.",
        ),
      ],
      step === "load" ? [] : undefined,
    ),
  );
}

function imports(
  files: readonly string[],
  patterns: readonly object[],
  paths: readonly object[] = [...effects, network],
): object {
  return { files, rules: { "no-restricted-imports": ["error", { paths, patterns }] } };
}

function above(packages: string): object {
  return knows(
    `@altostrata/${packages}`,
    "A lower package must not import a higher one: cli, bots, maintain -> fix -> report -> topology -> pipeline, and git -> pipeline.",
  );
}

function knows(imported: string, message: string): object {
  return { regex: `^${imported}`, message };
}
